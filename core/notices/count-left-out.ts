import type { KnownActor } from '../actor.ts'
import type { Sql } from '../database/sql.ts'
import { visibleLeads } from '../team/visible-leads.ts'

/** Of how many leads that a member sees news was left out within the last day, because he has chosen so. */
export async function countLeftOut(
  sql: Sql,
  organizationId: string,
  member: KnownActor & { kind: 'member' },
): Promise<number> {
  const values: unknown[] = [organizationId, member.memberId]
  const visible = visibleLeads(member, values)
  const [row] = await sql.query<{ count: number }>(
    `select count(distinct k.lead_id)::int as count from kept_notice k
     join lead l on l.organization_id = $1 and l.id = k.lead_id
     where k.organization_id = $1 and k.member_id = $2 and k.left_out
       and k.created_at > now() - interval '1 day' and ${visible}`,
    values,
  )
  return row?.count ?? 0
}
