import type { Sql } from '../database/sql.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import type { Hit } from './leads-of.ts'
import { normalWords } from './normal-words.ts'
import type { Search } from './read-search.ts'
import { textsOf } from './texts-of.ts'

interface Source {
  [column: string]: unknown
  id: string
  texts: (string | null)[]
}

/** The texts of what was found, in which the words are to be shown; a person's name and the tags are on the card already. */
const sources: Record<Exclude<Hit['place'], 'number' | 'tag'>, string> = {
  person: `select p.id, ${textsOf.person} as texts from contact p where p.organization_id = $1 and p.id = any($2)`,
  message: `select m.id, ${textsOf.message} as texts from message m
    where m.organization_id = $1 and m.id = any($2) and m.erased_at is null`,
  note: `select n.id, ${textsOf.note} as texts from note n where n.organization_id = $1 and n.id = any($2)`,
}

/** The piece of each found text in which the words stand, by the document's id. */
export async function readExcerpts(
  sql: Sql,
  organizationId: string,
  hits: Hit[],
  { terms, phone }: Search,
): Promise<Map<string, Excerpt>> {
  const excerpts = new Map<string, Excerpt>()
  for (const [place, text] of Object.entries(sources)) {
    const ids = hits.filter((hit) => hit.place === place).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const { id, texts } of await sql.query<Source>(text, [organizationId, ids])) {
      const looked = [...(phone && place === 'person' ? phone.terms : []), ...terms]
      const counted = texts.map((one) => ({ one, hits: looked.filter((term) => has(one, term)).length }))
      const best = counted.reduce((most, other) => (other.hits > most.hits ? other : most), {
        one: null as string | null,
        hits: 0,
      })
      const isName = place === 'person' && best.one === texts[0]
      if (best.one && !isName) excerpts.set(id, excerptOf(best.one, looked))
    }
  }
  return excerpts
}

const has = (text: string | null, term: string): boolean =>
  text !== null && ` ${normalWords(text)} `.includes(term)
