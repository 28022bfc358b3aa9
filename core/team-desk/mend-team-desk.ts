import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'

/** A broken group can be written to again: what waited for it is shown, in its order. */
export const mendTeamDesk = defineCommand({
  input: z.object({ chatId: z.string().max(64) }),
  allowed: isSystem,
  async run({ sql, organizationId, audit, record, wakes }, { chatId }) {
    const [mended] = await sql.query<{ version: number }>(
      `update team_desk set state = 'active', reason = null, version = version + 1
       where organization_id = $1 and chat_id = $2 and state = 'broken' returning version`,
      [organizationId, chatId],
    )
    if (!mended) return
    await sql.query(
      `update staff_chat set blocked_until = '-infinity' where organization_id = $1 and id = $2`,
      [organizationId, chatId],
    )
    wakes('post')
    audit('mendTeamDesk', { chatId })
    record({
      type: 'desk.mended',
      data: { chatId, previousChatId: null, version: mended.version, byId: null },
      lane: organizationId,
    })
  },
})
