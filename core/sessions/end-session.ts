import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'

/** Ends a session of the acting member; from the commit on its token opens nothing. Ending it twice is once. */
export const endSession = defineCommand({
  input: z.object({ sessionId: z.uuid() }),
  allowed: isMember,
  async run({ actor, sql, organizationId, audit }, { sessionId }) {
    if (actor.kind !== 'member') throw new Error('Only members have sessions.')
    const [ended] = await sql.query(
      `update staff_session set ended_at = now()
       where organization_id = $1 and id = $2 and member_id = $3 and ended_at is null returning id`,
      [organizationId, sessionId, actor.memberId],
    )
    if (ended) audit('endSession', { sessionId })
  },
})
