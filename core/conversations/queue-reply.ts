import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { refuseBlocked } from '../contacts/refuse-blocked.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canWorkLeads } from '../policy.ts'
import { MessageTemplate, ownStatus } from '../templates/message-template.ts'
import { albumKey, joinAlbum } from './albums.ts'
import { chooseWay } from './choose-way.ts'
import { markAnswered } from './mark-answered.ts'
import { Message } from './message.ts'
import { planParts } from './plan-parts.ts'
import { queueChange } from './queue-change.ts'
import { queueParts } from './queue-parts.ts'
import { replyContent } from './reply-content.ts'
import { replyKey } from './reply-key.ts'

/** Where a member wrote or pressed, as `MessageOrigin` says. */
export const messageOrigin = z.object({
  account: z.string().max(100),
  chat: z.string().max(100),
  message: z.number().int(),
})

const replyInput = z.object({
  leadId: z.uuid(),
  body: z.string().max(100_000).transform(cleanText).exactOptional(),
  origin: messageOrigin,
  replyTo: z.uuid().exactOptional(),
  content: replyContent.exactOptional(),
  conversationId: z.uuid().exactOptional(),
  humanAgent: z.boolean().default(false),
  album: z.string().min(1).max(100).exactOptional(),
})
type Reply = z.output<typeof replyInput>

/**
 * Queues a staff member's answer to the customer. Whoever answers a lead that nobody has, has it; a new lead becomes
 * contacted. What was queued is sent in order, once.
 *
 * `origin` is where the member wrote it: it is the idempotency key, so that hearing it twice queues one answer.
 * `replyTo` is our id of the customer's message that is answered, where one is. `content` says what is sent where it is
 * more than the text in `body`; a long text becomes several messages. `conversationId` chooses another conversation of
 * the same person, `humanAgent` says that a person wrote this and may be sent after the reply window. `album` names the album
 * whose part this is, as the member's own network does: its parts wait for each other, and where the customer's network has
 * albums they go out as one. So do several files of one answer.
 *
 * @returns the ids of the messages; `messageId` is the first
 * @throws DeskError what `choose-way.ts`, `plan-parts.ts` and `queue-change.ts` refuse with, contact-blocked, lead-not-found,
 *   template-not-found, template-not-approved
 */
export const queueReply = defineCommand({
  input: replyInput,
  allowed: canWorkLeads,
  run: (work, reply) => queueOnce(work, reply, replyKey(reply.origin)),
})

/** Queues an answer of the actor's under a key of the caller's, by which it is known when it is heard again. */
export async function queueOnce(work: Work, reply: Reply, idempotencyKey: string) {
  const { leadId, body = '', origin, replyTo, content: given, conversationId, humanAgent, album } = reply
  const { actor, em, sql, organizationId, record, wakes } = work
  if (actor.kind !== 'member') throw new Error('Only members reply.')
  const lead = await findLeadForChange(work, leadId)
  await refuseBlocked(work, lead.contactId)
  const content = given ?? { kind: 'text', body }
  const author = { leadId, contactId: lead.contactId, memberId: actor.memberId, origin }
  if (content.kind === 'reaction' || content.kind === 'edit' || content.kind === 'revoke') {
    return queueChange(work, author, content)
  }

  const known = await em.findOne(Message, { organizationId, idempotencyKey })
  if (known) return { messageId: known.id, messageIds: [known.id] }
  const template = content.kind === 'template' ? await findTemplate(work, content.templateId) : undefined
  const answered = replyTo ? await em.findOne(Message, { organizationId, id: replyTo }) : null
  const { way, port, within } = await chooseWay(work, author, {
    kind: wayKinds[content.kind],
    isMarketing: template?.category.toUpperCase() === 'MARKETING',
    humanAgent,
    conversationId,
    answeredIn: answered?.conversationId,
    templateAccountId: template?.channelAccountId,
  })
  const parts = planParts(content, port, within, template)
  const isSeveral = content.kind === 'files' && content.files.length > 1
  // Of an album that comes part by part it must be known what waits, also where the network has none: see `callOffAlbum`.
  const together = album ?? (isSeveral && port.albums ? `of:${idempotencyKey}` : undefined)
  const quoted = answered?.conversationId === way.conversationId ? answered.externalId : null
  const messageIds = await queueParts(
    sql,
    organizationId,
    {
      leadId,
      conversationId: way.conversationId,
      channelAccountId: way.channelAccountId,
      within,
      replyTo: (within === 'comment' ? way.comment?.externalId : quoted) ?? null,
      authorId: actor.memberId,
      origin,
      idempotencyKey,
      urgent: true,
    },
    together ? joinAlbum(parts, albumKey(actor.memberId, origin, together)) : parts,
  )
  markAnswered(work, lead, actor.memberId)
  for (const messageId of messageIds) {
    record({ type: 'message.queued', data: { leadId, messageId, authorId: actor.memberId }, lane: leadId })
  }
  wakes('send')
  wakes('media')
  const [messageId = ''] = messageIds
  return { messageId, messageIds }
}

/** What the network must be able to carry. Choices go as text where there is nothing better. */
const wayKinds = {
  text: 'text',
  choices: 'text',
  files: 'file',
  location: 'location',
  buttons: 'buttons',
  list: 'list',
  'contact-request': 'contact-request',
  template: 'template',
} as const

async function findTemplate({ em, organizationId }: Work, id: string): Promise<MessageTemplate> {
  const template = await em.findOne(MessageTemplate, { organizationId, id })
  if (!template) throw new DeskError('not-found', 'template-not-found')
  if (template.status !== ownStatus.approved) {
    throw new DeskError('conflict', 'template-not-approved', { name: template.name })
  }
  return template
}
