import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'
import { releaseGroup } from './release-group.ts'

/**
 * The group cannot be written to: its news goes to private chats until it is mended, and what waits for it goes there
 * too. Said again, or of a group that is the organization's no longer, it changes nothing. Its posts are kept: once mended,
 * they are shown in their order.
 */
export const breakTeamDesk = defineCommand({
  input: z.object({ chatId: z.string().max(64), reason: z.string().min(1).max(500) }),
  allowed: isSystem,
  async run({ sql, organizationId, audit, record }, { chatId, reason }) {
    const [broken] = await sql.query<{ version: number }>(
      `update team_desk set state = 'broken', reason = $3, version = version + 1
       where organization_id = $1 and chat_id = $2 and state = 'active' returning version`,
      [organizationId, chatId, reason],
    )
    await releaseGroup(sql, organizationId, chatId)
    if (!broken) return
    audit('breakTeamDesk', { chatId, reason })
    record({ type: 'desk.broken', data: { chatId, reason, version: broken.version }, lane: organizationId })
  },
})
