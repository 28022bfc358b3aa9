import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'

/** The acting member has done something: he is here. Written at most once a minute for each member. */
export const touchPresence = defineCommand({
  input: z.object({}),
  allowed: isMember,
  async run({ actor, sql, organizationId }) {
    if (actor.kind !== 'member') throw new Error('Only members are present.')
    await sql.query(
      `insert into presence as p (organization_id, member_id, last_active_at) values ($1, $2, now())
       on conflict (organization_id, member_id) do update set last_active_at = excluded.last_active_at
       where p.last_active_at is null or p.last_active_at <= now() - interval '1 minute'`,
      [organizationId, actor.memberId],
    )
  },
})
