import { type Looking, readMasks } from '../contacts/read-masks.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Hit } from './leads-of.ts'
import { normalWords } from './normal-words.ts'
import type { Search } from './read-search.ts'
import { readTexts } from './read-texts.ts'

/**
 * The piece of each found text in which the words stand, by the document's id; a person's name and the tags are on the card
 * already. Numbers in them are masked for those who may not see them.
 */
export async function readExcerpts(
  looking: Looking,
  hits: Hit[],
  { terms, phone }: Search,
): Promise<Map<string, Excerpt>> {
  const maskOf = await readMasks(
    looking,
    hits.map(({ contactId }) => contactId),
  )
  const known = await readTexts(looking.sql, looking.organizationId, hits)
  const excerpts = new Map<string, Excerpt>()
  for (const { id, place, contactId } of hits) {
    const texts = maskOf(contactId)(known.get(id) ?? [])
    const looked = [...(phone && place === 'person' ? phone.terms : []), ...terms]
    const counted = texts.map((one) => ({ one, hits: looked.filter((term) => has(one, term)).length }))
    const best = counted.reduce((most, other) => (other.hits > most.hits ? other : most), {
      one: null as string | null,
      hits: 0,
    })
    const isName = place === 'person' && best.one === texts[0]
    if (best.one && !isName) excerpts.set(id, excerptOf(best.one, looked))
  }
  return excerpts
}

const has = (text: string | null, term: string): boolean =>
  text !== null && ` ${normalWords(text)} `.includes(term)
