import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isPerson } from '../policy.ts'
import { joinOwnRole, type RoleRow, rightsOf, roleColumns } from './rights.ts'

interface Row extends RoleRow, Record<string, unknown> {
  organizationId: string
  memberId: string
  name: string
  username: string | null
  language: string | null
  unreachable: boolean
  menu: string | null
  timeZone: string | null
}

/**
 * Where the asking person is an active member, and what he may do there: the way from somebody on the staff's network to
 * an organization. The actor is a `person` whose organization is not known yet (an empty id). Newest first.
 */
export const findMemberships = defineQuery({
  input: z.object({}),
  allowed: isPerson,
  async run({ actor, sql }) {
    if (actor.kind !== 'person') throw new Error('Only persons have memberships.')
    const rows = await sql.query<Row>(
      `select m.organization_id as "organizationId", m.id as "memberId", m.name, m.username, m.language, m.menu, m.time_zone as "timeZone",
              m.unreachable_since is not null as unreachable, ${roleColumns}
       from member m ${joinOwnRole}
       where m.telegram_user_id = $1 and m.state = 'active' order by m.created_at desc`,
      [actor.person.telegramUserId],
    )
    return rows.map(
      ({
        ownRole,
        organizationId,
        memberId,
        role,
        name,
        username,
        language,
        unreachable,
        menu,
        timeZone,
      }) => ({
        organizationId,
        memberId,
        name,
        username,
        language,
        unreachable,
        /** The name of the menu of commands that his chat was given last (`rememberMenu`). */
        menu,
        /** His own; null: the organization's. */
        timeZone,
        role,
        /** What the organization calls his role; null: it is one of the four. */
        roleName: ownRole?.name ?? null,
        ...rightsOf({ role, ownRole }),
      }),
    )
  },
})
