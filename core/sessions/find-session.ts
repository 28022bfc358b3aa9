import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { isSystem } from '../policy.ts'
import { hashSecret } from '../team/invite-member.ts'
import type { Role } from '../team/member.ts'

/** A session that lasts, and its member as an edge needs him to speak to him. */
export interface FoundSession {
  sessionId: string
  expiresAt: Date
  memberId: string
  name: string
  role: Role
  /** What the organization calls his role; null: it is one of the four. */
  roleName: string | null
  /** The member's own, else his Telegram's; null: nobody knows. */
  language: string | null
  /** The member's own, else the organization's. */
  timeZone: string
  organization: string
}

/**
 * The session behind a secret; null where there is none that lasts, or where its member is not on the team any more.
 * What he may do is read again by each question and command that is asked in his name.
 */
export const findSession = defineQuery({
  input: z.object({ secret: z.string().min(1).max(64) }),
  allowed: isSystem,
  async run({ sql, organizationId }, { secret }): Promise<FoundSession | null> {
    const [session] = await sql.query<FoundSession & Record<string, unknown>>(
      kept(`select s.id as "sessionId", s.expires_at as "expiresAt", m.id as "memberId", m.name, m.role,
         r.name as "roleName", coalesce(m.language, s.language) as language,
         coalesce(m.time_zone, o.time_zone) as "timeZone", o.name as organization
       from staff_session s
       join member m on m.organization_id = $1 and m.id = s.member_id and m.state = 'active'
       join organization o on o.id = $1
       left join staff_role r on r.organization_id = $1 and r.id = m.role_id
       where s.organization_id = $1 and s.secret_hash = $2 and s.ended_at is null and s.expires_at > now()`),
      [organizationId, hashSecret(secret)],
    )
    return session ?? null
  },
})
