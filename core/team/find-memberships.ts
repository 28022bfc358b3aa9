import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isPerson } from '../policy.ts'
import type { Role } from './member.ts'

/**
 * Where the asking person is an active member: the way from somebody on the staff's network to an organization. The
 * actor is a `person` whose organization is not known yet (an empty id). Newest first.
 */
export const findMemberships = defineQuery({
  input: z.object({}),
  allowed: isPerson,
  async run({ actor, sql }) {
    if (actor.kind !== 'person') throw new Error('Only persons have memberships.')
    return sql.query<{
      organizationId: string
      memberId: string
      role: Role
      name: string
      username: string | null
      language: string | null
      unreachable: boolean
    }>(
      `select organization_id as "organizationId", id as "memberId", role, name, username, language,
              unreachable_since is not null as unreachable
       from member where telegram_user_id = $1 and state = 'active' order by created_at desc`,
      [actor.person.telegramUserId],
    )
  },
})
