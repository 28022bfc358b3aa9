import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'

/** Nothing waits any longer for a group that is the organization's no more. Of the group that it has, nothing is ended. */
export const endWaitingPosts = defineCommand({
  input: z.object({ chatId: z.string().max(64) }),
  allowed: isSystem,
  async run({ sql, organizationId }, { chatId }) {
    await sql.query(
      `update staff_post set state = 'failed', last_error = 'the group is not the team''s any more', done_at = now(),
         lease_token = null, lease_until = null
       where organization_id = $1 and chat_id = $2 and state = 'pending'
         and not exists (select 1 from team_desk d where d.organization_id = $1 and d.chat_id = $2)`,
      [organizationId, chatId],
    )
  },
})
