/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/**
 * Escaped words of somebody's own for a line of ours. Where they run from right to left they keep that to themselves:
 * else a number behind an Arabic name has its sign at the wrong end, and a full stop its place.
 */
export const ownDirection = (html: string): string => (rightToLeft.test(html) ? `\u2068${html}\u2069` : html)

/** A number or an address keeps its plus in front, also on a line that runs from right to left. */
export const leftToRight = (html: string): string => `\u2066${html}\u2069`

/** A lead's number behind other words, with its sign in front of it whatever their direction; for plain text. */
export const numberAfter = (words: string, number: string): string =>
  rightToLeft.test(words) ? `\u200e${number}` : number
