import type { Work } from '../command.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { Wanted } from './read-search.ts'

export interface FoundDocument {
  [column: string]: unknown
  part: number
  id: string
  leadId: string | null
  at: Date
}

/** A place in the order of time: what was found there is the last that was shown. */
export interface Place {
  at: Date
  id: string
}

/**
 * How many of the newest texts are looked through one by one before the index is asked. A word that is in one text of a
 * few hundred fills a page there; what is rarer, the index finds quickly.
 */
const walked = 10_000

/** The newest documents that hold what is wanted, one for each lead or person, before a place. */
export function findDocuments(
  looking: Pick<Work, 'actor' | 'sql' | 'organizationId'>,
  what: 'people' | 'texts',
  wanted: Wanted,
  before: Place | undefined,
  most: number,
): Promise<FoundDocument[]> {
  const { actor, sql } = looking
  if (actor.kind === 'member' && actor.sees !== 'all') {
    return findSeenDocuments(looking, what, wanted, before, most)
  }
  const { patterns, keys } = wanted
  return sql.query<FoundDocument>(
    `select part, id, lead_id as "leadId", at from search_documents($1, $2, $3, $4, $5, $6, $7)`,
    [what === 'people', patterns, keys, before?.at ?? null, before?.id ?? null, most, walked],
  )
}

/**
 * The same among the leads that somebody sees who does not see all: of those there are few, so it goes from them to their
 * texts, and not from all texts to his.
 */
function findSeenDocuments(
  { actor, sql, organizationId }: Pick<Work, 'actor' | 'sql' | 'organizationId'>,
  what: 'people' | 'texts',
  { patterns }: Wanted,
  before: Place | undefined,
  most: number,
): Promise<FoundDocument[]> {
  const values: unknown[] = [
    organizationId,
    patterns,
    before?.at ?? 'infinity',
    before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    most,
  ]
  const visible = visibleLeads(actor, values)
  const own = what === 'people' ? 'd.part = 1 and d.id = l.contact_id' : 'd.part > 1 and d.lead_id = l.id'
  // Of each lead or person the newest that matches; where a page before has shown that, nothing.
  return sql.query<FoundDocument>(
    `select part, id, lead_id as "leadId", at from (
       select distinct on (coalesce(d.lead_id, d.id)) d.part, d.id, d.lead_id, d.at
       from lead l join search_document d on d.organization_id = $1 and ${own}
       where l.organization_id = $1 and l.merged_into is null and ${visible} and d.words like all($2)
       order by coalesce(d.lead_id, d.id), d.at desc, d.id desc) newest
     where (at, id) < ($3, $4) order by at desc, id desc limit $5`,
    values,
  )
}
