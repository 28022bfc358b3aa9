import type { Sql } from '../database/sql.ts'
import type { FoundDocument } from './find-documents.ts'
import type { Search } from './read-search.ts'

/** How good a match is, the best first: also the steps in which pages go. */
export const ranks = ['number', 'phone', 'named', 'person', 'text'] as const
export type Rank = (typeof ranks)[number]

/** A lead that was found by a document. */
export interface Hit {
  [column: string]: unknown
  leadId: string
  place: 'number' | 'person' | 'message' | 'note'
  /** The document's; the lead's own where it was found by its number. */
  id: string
  at: Date
}

export async function leadsOfNumber(
  sql: Sql,
  organizationId: string,
  number: number | undefined,
): Promise<Hit[]> {
  if (number === undefined) return []
  return sql.query<Hit>(
    `select id as "leadId", 'number' as place, id, created_at as at from lead
     where organization_id = $1 and number = $2 and merged_into is null`,
    [organizationId, number],
  )
}

/**
 * The leads of what was found in one rank, in the same order, without those that an earlier rank has shown: the lead of
 * the number, and people who are called so. A person is shown by the open lead, or else the newest.
 */
export function leadsOf(
  sql: Sql,
  organizationId: string,
  rank: Rank,
  documents: FoundDocument[],
  { number, phone, named, words }: Search,
): Promise<Hit[]> {
  const before = ranks.slice(0, ranks.indexOf(rank))
  const shown = [
    before.includes('phone') ? (phone?.patterns ?? null) : null,
    before.includes('named') ? named.patterns : null,
    before.includes('person') ? words.patterns : null,
  ]
  return sql.query<Hit>(
    `select l.id as "leadId", w.id, w.at,
       case w.part when 1 then 'person' when 2 then 'message' else 'note' end as place
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::timestamptz[]) with ordinality as w(part, id, lead_id, at, n)
     join lateral (select id, contact_id, number from lead l where l.organization_id = $1 and l.merged_into is null
       and (l.id = w.lead_id or (w.part = 1 and l.contact_id = w.id)) order by l.closed_at is null desc, l.number desc limit 1) l on true
     where l.number is distinct from $6::integer and not exists (
       select 1 from search_document p where p.organization_id = $1 and p.part = 1 and p.id = l.contact_id
         and (p.words like all($7::text[]) or p.words like all($8::text[]) or p.words like all($9::text[])))
     order by w.n`,
    [
      organizationId,
      documents.map(({ part }) => part),
      documents.map(({ id }) => id),
      documents.map(({ leadId }) => leadId),
      documents.map(({ at }) => at),
      number ?? null,
      ...shown,
    ],
  )
}
