import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { replyKey } from '../conversations/reply-key.ts'
import { isMember } from '../policy.ts'

/**
 * What was shown under a number in a chat, or was written there by a member as an answer to a customer: how an answer
 * to it finds its lead. `account` is the account of ours in that network. `messageId` is the message that it shows, where it shows one. Null when it is not ours.
 */
export const findPost = defineQuery({
  input: z.object({ account: z.string(), chatId: z.string(), externalId: z.number().int() }),
  allowed: isMember,
  async run({ sql, organizationId }, { account, chatId, externalId }) {
    const [post] = await sql.query<{ key: string; leadId: string | null; content: Record<string, unknown> }>(
      `select key, lead_id as "leadId", content from staff_post
       where organization_id = $1 and chat_id = $2 and external_id = $3 and target_key is null
       order by id desc limit 1`,
      [organizationId, chatId, externalId],
    )
    if (post) return { ...post, messageId: messageIdOf(post.content) }
    const [written] = await sql.query<{ id: string; leadId: string }>(
      `select id, lead_id as "leadId" from message where organization_id = $1 and idempotency_key = $2`,
      [organizationId, replyKey({ account, chat: chatId, message: externalId })],
    )
    return written ? { key: '', leadId: written.leadId, content: {}, messageId: null } : null
  },
})

const messageIdOf = ({ messageId }: Record<string, unknown>): string | null =>
  typeof messageId === 'string' ? messageId : null
