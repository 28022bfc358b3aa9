import type { Sql } from '../database/sql.ts'
import { gramsOf } from './grams-of.ts'
import { normalWords } from './normal-words.ts'
import { textsOf } from './texts-of.ts'

/** What a document can be of, as `search_document.part` says it. */
export const parts = { person: 1, message: 2, note: 3, tags: 4 } as const
export type Part = keyof typeof parts

export interface SearchDocument {
  part: number
  id: string
  leadId: string | null
  at: Date
  words: string
  grams: number[]
}

interface Source {
  [column: string]: unknown
  id: string
  leadId: string | null
  at: Date
  texts: (string | null)[]
}

/** How much of one text can be found, in UTF-16 units. */
const mostText = 8_000

/** What is told by another message or by nobody. */
const silentKinds = ['reaction', 'edit', 'revoke', 'system']

const sources: Record<Part, string> = {
  person: `select p.id, null as "leadId", p.created_at as at, ${textsOf.person} as texts
    from contact p where p.organization_id = $1 and p.id = any($2) and p.merged_into is null`,
  message: `select m.id, m.lead_id as "leadId", coalesce(m.sent_at, m.received_at, m.created_at) as at,
      ${textsOf.message} as texts
    from message m where m.organization_id = $1 and m.id = any($2) and m.erased_at is null and m.twin_of is null
      and m.kind <> all('{${silentKinds.join(',')}}')`,
  note: `select n.id, n.lead_id as "leadId", n.created_at as at, ${textsOf.note} as texts
    from note n where n.organization_id = $1 and n.id = any($2)`,
  tags: `select l.id, l.id as "leadId", l.created_at as at, ${textsOf.tags} as texts
    from lead l where l.organization_id = $1 and l.id = any($2)`,
}

/** Reads rows as documents. What is erased, empty or told elsewhere is none. */
export async function readDocuments(
  sql: Sql,
  organizationId: string,
  part: Part,
  ids: string[],
): Promise<SearchDocument[]> {
  const rows = await sql.query<Source>(sources[part], [organizationId, ids])
  return rows.flatMap(({ id, leadId, at, texts }) => {
    const words = wordsOf(texts)
    if (words === '') return []
    return [{ part: parts[part], id, leadId, at, words: ` ${words} `, grams: gramsOf(organizationId, words) }]
  })
}

const wordsOf = (texts: (string | null)[]): string =>
  normalWords(
    texts
      .filter((text) => text !== null)
      .join('\n')
      .slice(0, mostText),
  )
