import type { Sql } from '../database/sql.ts'
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
  sql: Sql,
  what: 'people' | 'texts',
  { patterns, keys }: Wanted,
  before: Place | undefined,
  most: number,
): Promise<FoundDocument[]> {
  return sql.query<FoundDocument>(
    `select part, id, lead_id as "leadId", at from search_documents($1, $2, $3, $4, $5, $6, $7)`,
    [what === 'people', patterns, keys, before?.at ?? null, before?.id ?? null, most, walked],
  )
}
