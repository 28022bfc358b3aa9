import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'
import { flattenTopics } from './lead-topics.ts'

/**
 * The acting member wants a topic of his private chat for each of his own leads from now on, or the plain chat again: what
 * waits for a topic is then shown there, and topics that he has stay as they are. The caller has looked that the staff's
 * network offers topics.
 */
export const setLeadTopics = defineCommand({
  input: z.object({ on: z.boolean() }),
  allowed: isMember,
  async run({ actor, sql, organizationId, wakes }, { on }) {
    if (actor.kind !== 'member') throw new Error('Only members have private chats of their own.')
    const [member] = await sql.query<{ chat: string }>(
      `update member set lead_topics = $3 where organization_id = $1 and id = $2
       returning telegram_user_id::text as chat`,
      [organizationId, actor.memberId, on ? 'on' : 'off'],
    )
    if (!member || on) return
    await flattenTopics(sql, organizationId, member.chat)
    wakes('post')
  },
})
