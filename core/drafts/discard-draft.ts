import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { authorize, canDraftReplies } from '../policy.ts'
import { canChangeDraft } from './can-change-draft.ts'
import { findDraftForChange } from './find-draft-for-change.ts'
import { mustStand } from './must-stand.ts'

/**
 * Throws a draft away. `revision` is the one that the actor has read: other words are not thrown away unread. Heard twice, it
 * is thrown away once.
 *
 * @throws DeskError draft-not-found, lead-not-found, lead-merged, what `mustStand` refuses with
 */
export const discardDraft = defineCommand({
  input: z.object({ draftId: z.uuid(), revision: z.number().int().positive() }),
  allowed: canDraftReplies,
  async run(work, { draftId, revision }) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members throw drafts away.')
    const { draft, lead } = await findDraftForChange(work, draftId)
    authorize(canChangeDraft(actor, draft))
    if (draft.state === 'discarded' && draft.settledBy === actor.memberId) return { leadId: lead.id }
    mustStand(draft, revision)
    await sql.query(
      `update reply_draft set state = 'discarded', settled_at = now(), settled_by = $3
       where organization_id = $1 and id = $2`,
      [organizationId, draftId, actor.memberId],
    )
    remember(lead.id, 'draft.discarded', { draftId })
    record({
      type: 'draft.changed',
      data: { leadId: lead.id, draftId, change: 'discarded', byId: actor.memberId },
      lane: lead.id,
    })
    return { leadId: lead.id }
  },
})
