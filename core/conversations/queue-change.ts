import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { chooseWay } from './choose-way.ts'
import { findTargets, type Target } from './find-targets.ts'
import { lockLane } from './lock-lane.ts'
import type { MessageOrigin } from './message.ts'
import { queueParts } from './queue-parts.ts'
import type { ReplyContent } from './reply-content.ts'
import { lengthOf, splitText } from './split-text.ts'
import { changeQueued, findWaiting, replaceWaiting, withdraw } from './waiting-messages.ts'

export interface Author {
  leadId: string
  contactId: string
  memberId: string
  origin: MessageOrigin
}

export type Change = Extract<ReplyContent, { kind: 'reaction' | 'edit' | 'revoke' }>

/**
 * Queues a reaction, an edit or the taking back of a message. Only the newest wish counts: what has not gone out yet is
 * changed itself, and a wish that is fulfilled already does nothing, so that hearing one twice is harmless.
 *
 * @returns the ids of what was queued or changed in the queue; the target's own where nothing had to be done
 * @throws DeskError message-not-found, message-not-ours, message-not-sent, edit-parts (the new text becomes another
 *   number of messages), text-empty, text-too-long, and those of `choose-way.ts`
 */
export async function queueChange(
  work: Work,
  author: Author,
  change: Change,
): Promise<{ messageId: string; messageIds: string[] }> {
  const targets = await findTargets(work, author, change)
  const bodies = change.kind === 'edit' ? newTexts(work, targets, change.body) : []
  const messageIds: string[] = []
  for (const [index, target] of targets.entries()) {
    await lockLane(work.sql, work.organizationId, target.conversationId)
    const body = change.kind === 'reaction' ? change.emoji : (bodies[index] ?? null)
    messageIds.push(await changeOne(work, author, change.kind, target, body))
  }
  work.wakes('send')
  const [messageId = ''] = messageIds
  return { messageId, messageIds }
}

async function changeOne(
  work: Work,
  author: Author,
  kind: Change['kind'],
  target: Target,
  body: string | null,
): Promise<string> {
  const { sql, organizationId, record } = work
  // Taken back: there is nothing to change any more, and nothing to take back twice.
  if (target.revokedAt) return target.id
  if (kind === 'edit' && (await changeQueued(sql, organizationId, target.id, body))) return target.id
  if (kind === 'revoke' && (await withdraw(sql, organizationId, target.id))) return target.id
  if (target.status === 'failed') throw new DeskError('conflict', 'message-not-sent')
  const earlier = await findWaiting(sql, organizationId, kind, target)
  // Wished for already: this was heard before.
  const current = earlier ? earlier.body : kind === 'edit' ? target.body : null
  if (kind === 'revoke' ? earlier !== undefined : current === body) return earlier?.id ?? target.id
  if (earlier?.waits && (await replaceWaiting(sql, organizationId, earlier.id, body))) return earlier.id
  const { way, within } = await chooseWay(work, author, { kind, conversationId: target.conversationId })
  const [id = ''] = await queueParts(
    sql,
    organizationId,
    {
      leadId: target.leadId,
      conversationId: way.conversationId,
      channelAccountId: way.channelAccountId,
      within,
      replyTo: target.externalId,
      authorId: author.memberId,
      origin: author.origin,
      idempotencyKey: null,
      urgent: true,
    },
    [{ kind, body, content: { kind, targetId: target.id }, data: {} }],
  )
  record({
    type: 'message.queued',
    data: { leadId: target.leadId, messageId: id, authorId: author.memberId },
    lane: target.leadId,
  })
  return id
}

/** The new text of each message that the answer became. */
function newTexts({ channel }: Work, targets: Target[], body: string): string[] {
  const limits = channel(targets[0]?.network ?? '')?.limits
  const isText = targets.every(({ kind }) => kind === 'text')
  if (isText && body.trim() === '') throw new DeskError('invalid', 'text-empty')
  if (!limits) return targets.map(() => body)
  const limit = isText ? limits.text : { max: limits.caption, unit: 'characters' as const }
  if (!isText || targets.length === 1) {
    const length = lengthOf(body, limit.unit)
    if (length > limit.max) throw new DeskError('invalid', 'text-too-long', { limit: limit.max, length })
    return targets.map((_, index) => (index === 0 ? body : ''))
  }
  const parts = splitText(body, limit)
  if (parts.length !== targets.length) {
    throw new DeskError('invalid', 'edit-parts', { parts: targets.length, wanted: parts.length })
  }
  return parts
}
