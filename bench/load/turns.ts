/** Who writes when, and what, on every network. Every number is an index into a load. */

/** Of the first message; each next one is written a hundredth of a second later. */
const firstSecond = 1_795_000_000
/** A prime that shares no factor with usual numbers of people: neighbours in a load are never the same person. */
export const stride = 7_919

export const personOf = (index: number, people: number): number => (index * stride) % people

/** When a message is written, in seconds since 1970. */
export const secondOf = (index: number): number => firstSecond + Math.floor(index / 100)

/** The same in milliseconds. */
export const millisecondOf = (index: number): number => firstSecond * 1000 + index * 10

/** The mark by which a message's text is found again in what staff are shown. */
const markOf = (index: number): string => `#${index}#`

export const question =
  'Good morning! Do you still have a free place in the class for beginners on Thursday at six, and what is the fee?'

/** What the customer writes. */
export const wordsOf = (index: number): string => `${markOf(index)} ${question}`
