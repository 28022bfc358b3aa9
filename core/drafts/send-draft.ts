import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { messageOrigin, queueOnce } from '../conversations/queue-reply.ts'
import { replyContent } from '../conversations/reply-content.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { findDraftForChange } from './find-draft-for-change.ts'
import { mustStand } from './must-stand.ts'
import { readLook } from './read-look.ts'

/**
 * Sends a draft to the customer, as a message of whoever sends it. It goes once, whoever presses and however often; where it
 * cannot go it waits on.
 *
 * `revision` is the one that the actor has read. `confirmed` is the word for the conversation that he was shown beside it
 * (`seen` of `readDraft`): a draft goes into the conversation that it was written for, or into one that somebody has looked
 * at since. `content` says what its words become where that is more than words, such as choices; `origin` is where it was
 * pressed, by which signs find the way back. The rest is as for `queueReply`.
 *
 * @throws DeskError draft-not-found, what `mustStand` refuses with, draft-conversation-changed, what `queueReply` refuses with
 */
export const sendDraft = defineCommand({
  input: z.object({
    draftId: z.uuid(),
    revision: z.number().int().positive(),
    confirmed: z.string().max(40).exactOptional(),
    origin: messageOrigin,
    content: replyContent.refine(({ kind }) => kind === 'choices' || kind === 'text').exactOptional(),
    conversationId: z.uuid().exactOptional(),
    humanAgent: z.boolean().default(false),
  }),
  allowed: canWorkLeads,
  async run(work, { draftId, revision, confirmed, ...answer }) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members send drafts.')
    const { draft, lead } = await findDraftForChange(work, draftId)
    if (draft.state === 'sent' && draft.settledBy === actor.memberId && draft.messageId) {
      return { leadId: lead.id, messageId: draft.messageId, messageIds: [draft.messageId] }
    }
    mustStand(draft, revision)
    const { seen } = await readLook(sql, organizationId, lead.contactId)
    if (seen !== draft.seen && seen !== confirmed)
      throw new DeskError('conflict', 'draft-conversation-changed')
    const queued = await queueOnce(work, { leadId: lead.id, body: draft.text, ...answer }, `draft:${draftId}`)
    await sql.query(
      `update reply_draft set state = 'sent', settled_at = now(), settled_by = $3, message_id = $4
       where organization_id = $1 and id = $2`,
      [organizationId, draftId, actor.memberId, queued.messageId],
    )
    remember(lead.id, 'draft.sent', { draftId })
    record({
      type: 'draft.changed',
      data: { leadId: lead.id, draftId, change: 'sent', byId: actor.memberId },
      lane: lead.id,
    })
    return { leadId: lead.id, ...queued }
  },
})
