import type { Sql } from '../database/sql.ts'
import type { Naming } from './name-contacts.ts'

/** Stores new contacts with their first names. */
export async function insertContacts(
  sql: Sql,
  organizationId: string,
  ids: string[],
  namings: Map<string, Naming>,
): Promise<void> {
  if (ids.length === 0) return
  const named = ids.map((id) => namings.get(id)).map((naming) => (naming?.name ? naming : undefined))
  await sql.query(
    `insert into contact (organization_id, id, name, language, name_source, name_at)
     select $1, c.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
       as c(id, name, language, name_source, name_at)`,
    [
      organizationId,
      ids,
      named.map((naming) => naming?.name ?? null),
      ids.map((id) => namings.get(id)?.language ?? null),
      named.map((naming) => naming?.source ?? null),
      named.map((naming) => naming?.at ?? null),
    ],
  )
}
