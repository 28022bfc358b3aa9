import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { newId } from '../new-id.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { Note } from './note.ts'

/**
 * Writes a note on a lead; customers never see it.
 *
 * `idempotencyKey` names where it was written, so that hearing it twice keeps one note.
 */
export const addNote = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    body: z.string().transform(cleanText).pipe(z.string().trim().min(1).max(4000)),
    idempotencyKey: z.string().max(200),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, body, idempotencyKey }) {
    const { actor, em, organizationId, now, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members write notes.')
    await findLeadForChange(work, leadId)
    const known = await em.findOne(Note, { organizationId, idempotencyKey })
    if (known) return { noteId: known.id }
    const noteId = newId()
    em.create(Note, {
      organizationId,
      id: noteId,
      leadId,
      authorId: actor.memberId,
      body,
      idempotencyKey,
      createdAt: now,
    })
    remember(leadId, 'note.added', { noteId })
    record({ type: 'note.added', data: { leadId, noteId, authorId: actor.memberId }, lane: leadId })
    return { noteId }
  },
})
