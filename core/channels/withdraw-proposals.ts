import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'

/** Forgets what the member has put in and not connected, and its tokens: also when he may not connect channels any more. */
export const withdrawProposals = defineCommand({
  input: z.object({}),
  allowed: isMember,
  async run({ sql, organizationId, actor }) {
    await sql.query(
      'delete from channel_proposal where organization_id = $1 and member_id = $2 and sealed_token is not null',
      [organizationId, actor.kind === 'member' ? actor.memberId : null],
    )
  },
})
