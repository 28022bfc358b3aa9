import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'
import type { Role } from './member.ts'

/** The active team, leaders first. */
export const listMembers = defineQuery({
  input: z.object({}),
  allowed: canReadLeads,
  async run({ sql, organizationId }) {
    return sql.query<{
      id: string
      telegramUserId: number
      name: string
      username: string | null
      role: Role
      language: string | null
      unreachable: boolean
      /** His own, or the organization's: in which times are told to him. */
      timeZone: string
    }>(
      `select m.id, m.telegram_user_id::float8 as "telegramUserId", m.name, m.username, m.role,
              coalesce(m.language, o.language) as language, m.unreachable_since is not null as unreachable,
              coalesce(m.time_zone, o.time_zone) as "timeZone"
       from member m join organization o on o.id = m.organization_id
       where m.organization_id = $1 and m.state = 'active'
       order by array_position(array['owner', 'admin', 'agent', 'viewer'], m.role), m.created_at`,
      [organizationId],
    )
  },
})
