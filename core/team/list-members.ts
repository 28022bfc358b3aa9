import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { canReadLeads } from '../policy.ts'
import type { LeadTopics } from '../team-desk/lead-topics.ts'
import { joinOwnRole, type RoleRow, rightsOf, roleColumns } from './rights.ts'
import { sightIn } from './sight.ts'

interface Row extends RoleRow, Record<string, unknown> {
  id: string
  telegramUserId: number
  name: string
  username: string | null
  roleId: string | null
  teamId: string | null
  teamName: string | null
  language: string | null
  unreachable: boolean
  /** His own, or the organization's: in which times are told to him. */
  timeZone: string
  leadTopics: LeadTopics
}

/** The active team, leaders first, with what each may do and whose leads each sees. */
export const listMembers = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId }) {
    const rows = await sql.query<Row>(
      kept(`select m.id, m.telegram_user_id::float8 as "telegramUserId", m.name, m.username,
              coalesce(m.language, o.language) as language, m.unreachable_since is not null as unreachable,
              coalesce(m.time_zone, o.time_zone) as "timeZone", m.role_id as "roleId", m.team_id as "teamId",
              m.lead_topics as "leadTopics",
              t.name as "teamName", ${roleColumns}
       from member m join organization o on o.id = m.organization_id ${joinOwnRole}
       left join team t on t.organization_id = m.organization_id and t.id = m.team_id
       where m.organization_id = $1 and m.state = 'active'
       order by array_position(array['owner', 'admin', 'agent', 'viewer'], m.role), m.created_at`),
      [organizationId],
    )
    return rows.map(({ ownRole, ...row }) => {
      const rights = rightsOf({ role: row.role, ownRole })
      return {
        id: row.id,
        telegramUserId: row.telegramUserId,
        name: row.name,
        username: row.username,
        language: row.language,
        unreachable: row.unreachable,
        timeZone: row.timeZone,
        /** Whether he works on each of his own leads in a topic of his private chat. */
        leadTopics: row.leadTopics === 'on',
        role: row.role,
        roleId: row.roleId,
        /** What the organization calls his role; null: it is one of the four. */
        roleName: ownRole?.name ?? null,
        teamId: row.teamId,
        teamName: row.teamName,
        ...rights,
        sees: sightIn(row, rights, rows),
      }
    })
  },
})
