import type { Sql } from '../database/sql.ts'

/** Adds facts to those that accounts have, by account: what the network says anew replaces what it said before. */
export async function keepFacts(
  sql: Sql,
  organizationId: string,
  facts: ReadonlyMap<string, Record<string, unknown>>,
): Promise<void> {
  const rows = [...facts].map(([id, added]) => ({ id, added })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await sql.query(
    `update channel_account a set facts = a.facts || f.added
     from jsonb_to_recordset($2::jsonb) as f(id uuid, added jsonb) where a.organization_id = $1 and a.id = f.id`,
    [organizationId, JSON.stringify(rows)],
  )
}
