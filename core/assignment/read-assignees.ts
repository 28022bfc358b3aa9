import type { Sql } from '../database/sql.ts'
import { isHandled } from '../leads/set-lead-handled.ts'
import { joinOwnRole, type RoleRow, rightsOf, roleColumns } from '../team/rights.ts'
import type { Assignee } from './decide-assignment.ts'

interface Row extends RoleRow, Assignee, Record<string, unknown> {
  name: string
}

/** Those who work leads, with how much they have and whether they are here, in the order of their joining. */
export async function readAssignees(
  sql: Sql,
  organizationId: string,
): Promise<(Assignee & { name: string })[]> {
  const rows = await sql.query<Row>(
    `select m.id, m.name, m.team_id as "teamId", m.unreachable_since is not null as unreachable, p.shift,
       coalesce(p.last_active_at, m.created_at) as "lastActiveAt", coalesce(p.capacity, s.capacity) as capacity,
       p.last_assigned_at as "lastAssignedAt", ${roleColumns},
       (select count(*)::int from lead l where l.organization_id = $1 and l.owner_id = m.id
          and l.closed_at is null and l.merged_into is null and not ${isHandled('l')}) as open
     from member m ${joinOwnRole}
     left join presence p on p.organization_id = $1 and p.member_id = m.id
     left join assignment_setting s on s.organization_id = $1
     where m.organization_id = $1 and m.state = 'active' order by m.created_at, m.id`,
    [organizationId],
  )
  return rows
    .filter((row) => rightsOf(row).permissions.includes('leads.work'))
    .map(({ role, ownRole, ...member }) => member)
}
