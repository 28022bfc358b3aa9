import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'
import { flattenTopics } from './lead-topics.ts'

/**
 * The staff's network makes no topics in a member's private chat: all that waits for one is shown in the chat itself, and he
 * is told why, once. Said again it changes nothing more.
 */
export const refuseLeadTopics = defineCommand({
  input: z.object({ telegramUserId: z.number().int(), reason: z.string().min(1).max(500) }),
  allowed: isSystem,
  async run({ sql, organizationId, audit, record, wakes }, { telegramUserId, reason }) {
    const [member] = await sql.query<{ id: string }>(
      `update member set lead_topics = 'refused'
       where organization_id = $1 and telegram_user_id = $2 and lead_topics = 'on' returning id`,
      [organizationId, telegramUserId],
    )
    await flattenTopics(sql, organizationId, String(telegramUserId))
    wakes('post')
    if (!member) return
    audit('refuseLeadTopics', { memberId: member.id, reason })
    record({ type: 'member.topics-refused', data: { memberId: member.id, reason }, lane: organizationId })
  },
})
