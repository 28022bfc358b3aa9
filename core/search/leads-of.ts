import type { Work } from '../command.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { FoundDocument, Place } from './find-documents.ts'
import type { Search } from './read-search.ts'
import { hasTags } from './tags-of.ts'

/** How good a match is, the best first: also the steps in which pages go. */
export const ranks = ['number', 'phone', 'named', 'person', 'text', 'tagged'] as const
export type Rank = (typeof ranks)[number]

type Looking = Pick<Work, 'actor' | 'sql' | 'organizationId'>

/** A lead that was found by a document. */
export interface Hit {
  [column: string]: unknown
  leadId: string
  contactId: string
  place: 'number' | 'person' | 'message' | 'note' | 'tag'
  /** The document's; the lead's own where it was found by its number. */
  id: string
  at: Date
}

export async function leadsOfNumber(
  { actor, sql, organizationId }: Looking,
  number: number | undefined,
  tags: string[],
): Promise<Hit[]> {
  if (number === undefined) return []
  const values: unknown[] = [organizationId, number, tags]
  return sql.query<Hit>(
    `select l.id as "leadId", l.contact_id as "contactId", 'number' as place, l.id, l.created_at as at from lead l
     where l.organization_id = $1 and l.number = $2 and l.merged_into is null and ${hasTags('$3')}
       and ${visibleLeads(actor, values)}`,
    values,
  )
}

/** The leads with all these tags, the newest first, from a place on. */
export function leadsWith(
  { actor, sql, organizationId }: Looking,
  tags: string[],
  before: Place | undefined,
  most: number,
): Promise<Hit[]> {
  const values: unknown[] = [organizationId, tags, tags[0], before?.at ?? null, before?.id ?? null, most]
  return sql.query<Hit>(
    `select l.id as "leadId", l.contact_id as "contactId", 'tag' as place, l.id, l.created_at as at from lead l
     join lead_tag first on first.organization_id = $1 and first.lead_id = l.id
     join tag named on named.organization_id = $1 and named.id = first.tag_id and named.key = $3
     where l.organization_id = $1 and l.merged_into is null and ${hasTags('$2')}
       and (l.created_at, l.id) < (coalesce($4, 'infinity'::timestamptz), coalesce($5, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
       and ${visibleLeads(actor, values)}
     order by l.created_at desc, l.id desc limit $6`,
    values,
  )
}

/**
 * The leads of what was found in one rank, in the same order, without those that an earlier rank has shown: the lead of
 * the number, and people who are called so. A person is shown by the open lead, or else the newest; leads that the
 * actor does not see are left out.
 */
export function leadsOf(
  { actor, sql, organizationId }: Looking,
  rank: Rank,
  documents: FoundDocument[],
  { number, phone, named, words }: Search,
  tags: string[],
): Promise<Hit[]> {
  const before = ranks.slice(0, ranks.indexOf(rank))
  const shown = [
    before.includes('phone') ? (phone?.patterns ?? null) : null,
    before.includes('named') ? named.patterns : null,
    before.includes('person') ? words.patterns : null,
  ]
  const values: unknown[] = [
    organizationId,
    documents.map(({ part }) => part),
    documents.map(({ id }) => id),
    documents.map(({ leadId }) => leadId),
    documents.map(({ at }) => at),
    number ?? null,
    ...shown,
    tags,
  ]
  const visible = visibleLeads(actor, values)
  return sql.query<Hit>(
    `select l.id as "leadId", l.contact_id as "contactId", w.id, w.at,
       case w.part when 1 then 'person' when 2 then 'message' when 4 then 'tag' else 'note' end as place
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::timestamptz[]) with ordinality as w(part, id, lead_id, at, n)
     join lateral (select id, contact_id, number from lead l where l.organization_id = $1 and l.merged_into is null and ${visible}
       and (l.id = w.lead_id or (w.part = 1 and l.contact_id = w.id)) and ${hasTags('$10')} order by l.closed_at is null desc, l.number desc limit 1) l on true
     where l.number is distinct from $6::integer and not exists (
       select 1 from search_document p where p.organization_id = $1 and p.part = 1 and p.id = l.contact_id
         and (p.words like all($7::text[]) or p.words like all($8::text[]) or p.words like all($9::text[])))
     order by w.n`,
    values,
  )
}
