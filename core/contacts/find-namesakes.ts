import type { Sql } from '../database/sql.ts'
import { passingKinds } from './passing-kinds.ts'
import type { Doubt } from './place-person.ts'

/** A contact that has just shown a username. */
export interface Namesake {
  contactId: string
  value: string
  name: string
}

/**
 * Finds contacts that have the same username on another network and the same name: too little to be one person, enough
 * to ask.
 */
export async function findNamesakes(sql: Sql, organizationId: string, shown: Namesake[]): Promise<Doubt[]> {
  if (shown.length === 0) return []
  const rows = await sql.query<{ contact_id: string; other_id: string }>(
    `select w.contact_id, i.contact_id as other_id
     from unnest($2::uuid[], $3::text[], $4::text[]) as w(contact_id, value, name)
     cross join unnest($5::text[]) as k(kind)
     cross join lateral (select contact_id from contact_identity where organization_id = $1 and kind = k.kind
       and value = w.value and valid_until is null limit 1) i
     join contact c on c.organization_id = $1 and c.id = i.contact_id and lower(c.name) = lower(w.name)
     where i.contact_id <> w.contact_id`,
    [
      organizationId,
      shown.map(({ contactId }) => contactId),
      shown.map(({ value }) => value),
      shown.map(({ name }) => name),
      [...passingKinds],
    ],
  )
  return rows.map((row) => ({
    contactId: row.contact_id,
    otherId: row.other_id,
    reason: 'same-username',
  }))
}
