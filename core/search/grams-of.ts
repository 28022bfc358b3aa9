import { isSign } from './normal-words.ts'

/**
 * The keys under which a text is found: of each word its first letter, its first two, and all runs of three; of signs
 * that are words themselves, each and each pair. Hashed together with the organization, so that the index leads each
 * organization to its own texts only. A key that means two things costs a look at a text, never a wrong result: what the
 * keys find is compared with the words.
 */
export function gramsOf(organizationId: string, words: string): number[] {
  const seed = hash(0x811c9dc5, organizationId)
  const grams = new Set<number>()
  let before = ''
  for (const word of words.split(' ')) {
    for (const gram of gramsOfWord(word, true)) grams.add(hash(seed, gram))
    const sign = isSign(word) ? word : ''
    if (before && sign) grams.add(hash(seed, before + sign))
    before = sign
  }
  return [...grams]
}

/** More keys than this make a search no narrower. */
const mostKeys = 24

/**
 * The keys of what is looked for: words one after another, where `isBegun` says that the first begins there and is not
 * only a part of a word.
 */
export function keysOf(organizationId: string, words: string, isBegun: boolean): number[] {
  const seed = hash(0x811c9dc5, organizationId)
  const keys = new Set<number>()
  const parts = words.split(' ')
  for (const [index, word] of parts.entries()) {
    for (const gram of gramsOfWord(word, isBegun || index > 0)) keys.add(hash(seed, gram))
    const next = parts[index + 1]
    if (next !== undefined && isSign(word) && isSign(next)) keys.add(hash(seed, word + next))
  }
  return [...keys].slice(0, mostKeys)
}

function* gramsOfWord(word: string, isBegun: boolean): Generator<string> {
  const letters = [...word]
  if (isBegun && letters.length > 0) {
    yield `^${letters[0]}`
    if (letters.length > 1) yield `^${letters[0]}${letters[1]}`
  }
  for (let at = 0; at + 3 <= letters.length; at += 1) yield letters.slice(at, at + 3).join('')
}

/** FNV-1a over UTF-16 units, as PostgreSQL's signed integer. */
function hash(seed: number, text: string): number {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value | 0
}
