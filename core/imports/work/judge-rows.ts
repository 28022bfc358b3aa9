import type { Sql } from '../../database/sql.ts'
import type { SortedRow } from '../reading/sort-rows.ts'
import { findKnown, type KnownPerson } from './find-known.ts'

/** A row with the last word on it: a person to import, or why it is left out. */
export interface JudgedRow extends SortedRow {
  known?: KnownPerson
}

/**
 * Asks the database about sorted rows: who is known already, and who would be known by a username only that another has.
 */
export async function judgeRows(
  sql: Sql,
  organizationId: string,
  rows: readonly SortedRow[],
): Promise<JudgedRow[]> {
  const persons = rows.flatMap(({ person }) => person ?? [])
  const known = new Map(
    (await findKnown(sql, organizationId, persons)).map((found) => [found.person.row, found]),
  )
  return rows.map((row) => {
    const found = known.get(row.row)
    if (!found) return row
    if (found.identities.length > 0) return { ...row, known: found }
    const value = found.person.identities[0]?.value ?? ''
    return { ...row, faults: [{ code: 'username-taken', column: null, value: `@${value}` }] }
  })
}
