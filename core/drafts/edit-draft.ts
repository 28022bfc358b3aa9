import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { authorize, canDraftReplies } from '../policy.ts'
import { canChangeDraft } from './can-change-draft.ts'
import { draftText } from './draft.ts'
import { findDraftForChange } from './find-draft-for-change.ts'
import { mustStand } from './must-stand.ts'
import { readLook } from './read-look.ts'

/**
 * Gives a draft other words, written with the conversation in mind as it is now. `revision` is the one that the actor has
 * read. Heard twice, it changes once.
 *
 * @throws DeskError draft-not-found, lead-not-found, lead-merged, what `mustStand` refuses with
 */
export const editDraft = defineCommand({
  input: z.object({ draftId: z.uuid(), revision: z.number().int().positive(), text: draftText }),
  allowed: canDraftReplies,
  async run(work, { draftId, revision, text }) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members change drafts.')
    const { draft, lead } = await findDraftForChange(work, draftId)
    authorize(canChangeDraft(actor, draft))
    const editor = actor.memberId === draft.authorId ? null : actor.memberId
    const isDone = draft.revision === revision + 1 && draft.text === text && draft.editedBy === editor
    if (isDone && draft.state === 'waiting') return { leadId: lead.id, revision: draft.revision }
    mustStand(draft, revision)
    const { seen, messages } = await readLook(sql, organizationId, lead.contactId)
    await sql.query(
      `update reply_draft set text = $3, edited_by = $4, revision = revision + 1, seen = $5, seen_messages = $6,
         written_at = now() where organization_id = $1 and id = $2`,
      [organizationId, draftId, text, editor, seen, messages],
    )
    remember(lead.id, 'draft.edited', { draftId })
    record({
      type: 'draft.changed',
      data: { leadId: lead.id, draftId, change: 'edited', byId: actor.memberId },
      lane: lead.id,
    })
    return { leadId: lead.id, revision: revision + 1 }
  },
})
