import { type Looking, readMasks } from '../contacts/read-masks.ts'
import { recognisableEmail } from '../contacts/recognisable-email.ts'
import { recognisablePhone } from '../contacts/recognisable-phone.ts'
import { canSeePhones } from '../policy.ts'
import type { Hit } from './leads-of.ts'
import { normalWords } from './normal-words.ts'
import type { Wanted } from './read-search.ts'
import { readTexts } from './read-texts.ts'

/** What somebody typed, as a whole. */
export interface Typed {
  words: string
  country: string | undefined
}

/**
 * For those who may not see numbers and addresses: without what was found only by a part of one, since by asking for part
 * after part one would learn the whole. Whoever knows the whole finds its person.
 */
export async function withoutProbes(
  looking: Looking,
  hits: Hit[],
  { patterns }: Wanted,
  typed: Typed,
): Promise<Hit[]> {
  if (canSeePhones(looking.actor) || hits.length === 0) return hits
  const { sql, organizationId } = looking
  const maskOf = await readMasks(
    looking,
    hits.map(({ contactId }) => contactId),
  )
  const known = await readTexts(sql, organizationId, hits)
  const whole = wholeOf(typed)
  return hits.filter(({ id, place, contactId }) => {
    // A tag is nobody's number.
    if (place === 'tag') return true
    const texts = known.get(id) ?? []
    if (place === 'person' && texts.some((text) => text !== null && whole.includes(text))) return true
    const words = ` ${normalWords(maskOf(contactId)(texts).join('\n'))} `
    // As LIKE reads them: a sign for anything at both ends, and none between.
    return patterns.every((pattern) => words.includes(pattern.slice(1, -1)))
  })
}

/** The typed words as the identities that they are, if they are any. */
function wholeOf({ words, country }: Typed): string[] {
  const isNumber = /^[\d\s()+./\p{Pd}\p{Cf}\p{Nd}]{6,40}$/u.test(words)
  return [isNumber ? recognisablePhone(words, country) : undefined, recognisableEmail(words)].filter(
    (value) => value !== undefined,
  )
}
