import type { Sql } from '../database/sql.ts'

/** The country in which the organization's customers write national phone numbers; undefined where nobody said. */
export async function readCountry(sql: Sql, organizationId: string): Promise<string | undefined> {
  const [row] = await sql.query<{ country: string | null }>(
    `select settings->>'country' as country from organization where id = $1`,
    [organizationId],
  )
  return row?.country ?? undefined
}
