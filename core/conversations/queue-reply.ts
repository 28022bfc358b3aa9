import { z } from 'zod'
import { replyWindowEnd } from '../channels/reply-window.ts'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { takeLead } from '../leads/take-lead.ts'
import { newId } from '../new-id.ts'
import { canWorkLeads } from '../policy.ts'
import { Message, type MessageOrigin } from './message.ts'

/** The idempotency key of an answer: the place where it was written. */
export const replyKey = ({ account, chat, message }: MessageOrigin): string =>
  `reply:${account}:${chat}:${message}`

/**
 * Queues a staff member's answer to the customer. Whoever answers a lead that nobody has, has it; a new lead becomes
 * contacted. What was queued is sent in order, once.
 *
 * `origin` is where the member wrote it: it is the idempotency key, so that hearing it twice queues one message.
 * `replyTo` is our id of the customer's message that is answered, where one is.
 *
 * @throws DeskError reply-window-closed, text-too-long (with `limit`, `length`), text-empty, no-conversation,
 *   channel-not-here, lead-not-found
 */
export const queueReply = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    body: z.string().max(100_000).transform(cleanText),
    origin: z.object({ account: z.string().max(100), chat: z.string().max(100), message: z.number().int() }),
    replyTo: z.uuid().optional(),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, body, origin, replyTo }) {
    const { actor, em, sql, organizationId, now, channel, record, remember, wakes } = work
    if (actor.kind !== 'member') throw new Error('Only members reply.')
    const lead = await findLeadForChange(work, leadId)
    const idempotencyKey = replyKey(origin)
    const known = await em.findOne(Message, { organizationId, idempotencyKey })
    if (known) return { messageId: known.id }
    if (body.trim() === '') throw new DeskError('invalid', 'text-empty')
    const [conversation] = await sql.query<{
      id: string
      channelAccountId: string
      network: string
      lastInboundAt: Date | null
    }>(
      `select c.id, c.channel_account_id as "channelAccountId", a.network, c.last_inbound_at as "lastInboundAt"
       from conversation c
       join channel_account a on a.organization_id = c.organization_id and a.id = c.channel_account_id
       where c.organization_id = $1 and c.contact_id = $2
       order by (c.lead_id = $3) desc, c.last_inbound_at desc nulls last limit 1`,
      [organizationId, lead.contactId, leadId],
    )
    if (!conversation) throw new DeskError('not-found', 'no-conversation')
    const port = channel(conversation.network)
    if (!port) throw new DeskError('unavailable', 'channel-not-here', { network: conversation.network })
    const length = [...body].length
    if (length > port.maxTextLength) {
      throw new DeskError('invalid', 'text-too-long', { limit: port.maxTextLength, length })
    }
    const windowEnd = replyWindowEnd(conversation.lastInboundAt, port.replyWindowHours)
    if (windowEnd && windowEnd <= now) {
      throw new DeskError('conflict', 'reply-window-closed', { hours: port.replyWindowHours ?? 0 })
    }
    const answered = replyTo ? await em.findOne(Message, { organizationId, id: replyTo }) : null
    const messageId = newId()
    em.create(Message, {
      organizationId,
      id: messageId,
      conversationId: conversation.id,
      leadId,
      channelAccountId: conversation.channelAccountId,
      direction: 'outbound',
      externalId: null,
      kind: 'text',
      body,
      data: {},
      replyToExternalId: answered?.conversationId === conversation.id ? (answered.externalId ?? null) : null,
      status: 'queued',
      failure: null,
      authorId: actor.memberId,
      origin,
      idempotencyKey,
      sentAt: now,
      receivedAt: null,
      deliveredAt: null,
      readAt: null,
      createdAt: now,
    })
    lead.lastMessageAt = now
    lead.lastOutboundAt = now
    if (!lead.ownerId && !lead.closedAt) takeLead(work, lead, actor.memberId)
    if (lead.status === 'new') {
      lead.status = 'contacted'
      remember(leadId, 'lead.status-changed', { from: 'new', to: 'contacted' })
      record({
        type: 'lead.status-changed',
        data: { leadId, from: 'new', to: 'contacted', byId: actor.memberId },
        lane: leadId,
      })
    }
    await em.flush()
    await sql.query(
      `insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
       values ($1, $2, $3, $4)`,
      [organizationId, messageId, conversation.id, conversation.channelAccountId],
    )
    record({ type: 'message.queued', data: { leadId, messageId, authorId: actor.memberId }, lane: leadId })
    wakes('send')
    return { messageId }
  },
})
