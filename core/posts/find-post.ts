import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { replyKey } from '../conversations/reply-key.ts'
import { findSeenLead } from '../leads/must-see-lead.ts'
import { isMember } from '../policy.ts'

interface FoundPost {
  [column: string]: unknown
  key: string
  leadId: string | null
  content: Record<string, unknown>
  /** Which part of an album it is, counted from 1; null for what is no album. */
  part: number | null
}

/**
 * What was shown under a number in a chat, or was written there by a member as an answer to a customer: how an answer
 * to it finds its lead. `account` is the account of ours in that network. `messageId` is the message that it shows,
 * where it shows one; each part of an album shows its own. Null when it is not ours.
 */
export const findPost = defineQuery({
  input: z.object({ account: z.string(), chatId: z.string(), externalId: z.number().int() }),
  allowed: isMember,
  async run(work, { account, chatId, externalId }) {
    const { sql, organizationId } = work
    const [post] = await sql.query<FoundPost>(
      `select key, "leadId", content, part from (
         select id, key, lead_id as "leadId", content, array_position(parts, $3::bigint) as part from staff_post
         where organization_id = $1 and chat_id = $2 and external_id = $3 and target_key is null
         union all
         select id, key, lead_id, content, array_position(parts, $3::bigint) from staff_post
         where organization_id = $1 and chat_id = $2 and parts is not null and $3 = any(parts)) found
       order by id desc limit 1`,
      [organizationId, chatId, externalId],
    )
    if (post) {
      const { key, leadId, content, part } = post
      // It shows a lead that is not his any more: what he does with it is refused, and what it says is not told again.
      const lead = leadId === null ? undefined : await findSeenLead(work, leadId)
      if (leadId !== null && !lead) return { key, leadId, content: {}, messageId: null }
      const mask = lead ? (await readMasks(work, [lead.contactId]))(lead.contactId) : undefined
      return { key, leadId, content: mask ? mask(content) : content, messageId: messageIdOf(content, part) }
    }
    const [written] = await sql.query<{ id: string; leadId: string }>(
      `select id, lead_id as "leadId" from message where organization_id = $1 and idempotency_key = $2`,
      [organizationId, replyKey({ account, chat: chatId, message: externalId })],
    )
    return written ? { key: '', leadId: written.leadId, content: {}, messageId: null } : null
  },
})

function messageIdOf(content: Record<string, unknown>, part: number | null): string | null {
  const items: unknown[] = Array.isArray(content.items) ? content.items : []
  const shown = part === null ? content : items[part - 1]
  if (typeof shown !== 'object' || shown === null || !('messageId' in shown)) return null
  return typeof shown.messageId === 'string' ? shown.messageId : null
}
