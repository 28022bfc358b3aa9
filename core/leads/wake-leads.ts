import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/**
 * Makes leads that came with an import of old chats somebody's work: the person has written again, and his interest
 * begins now. One that a member has taken up already is no news to anybody.
 *
 * @returns those that nobody had until now: what another transaction woke meanwhile is left to that one
 */
export async function wakeLeads(sql: Sql, organizationId: string, leadIds: string[]): Promise<Set<string>> {
  const found = await sql.query<{ id: string; source: string; owner_id: string | null }>(
    `update lead set imported = false, created_at = case when owner_id is null then now() else created_at end
     where organization_id = $1 and id = any($2) and imported returning id, source, owner_id`,
    [organizationId, [...new Set(leadIds)]],
  )
  const woken = found.filter(({ owner_id: ownerId }) => ownerId === null)
  if (woken.length === 0) return new Set()
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, data)
     select $1, a.id, a.lead_id, 'lead.opened', jsonb_build_object('source', a.source)
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as a(id, lead_id, source)`,
    [organizationId, woken.map(() => newId()), woken.map(({ id }) => id), woken.map(({ source }) => source)],
  )
  return new Set(woken.map(({ id }) => id))
}
