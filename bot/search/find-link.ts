/** The most that a link into the bot carries behind `?start=`. */
const longestStart = 64

const prefix = 'find_'

/**
 * What a link carries that opens what is found by words: base64url of their UTF-8, since links take no other letters.
 * Undefined for more words than fit.
 */
export function findStart(words: string): string | undefined {
  const start = prefix + Buffer.from(words, 'utf8').toString('base64url')
  return start.length <= longestStart ? start : undefined
}

/** The words that were behind `find_`; undefined for what no link of ours carries. */
export function readFindStart(coded: string): string | undefined {
  const words = Buffer.from(coded, 'base64url').toString('utf8').trim()
  return words === '' || words.includes('\ufffd') ? undefined : words
}
