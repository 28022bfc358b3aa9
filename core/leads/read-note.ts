import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { mustSeeLead } from './must-see-lead.ts'
import { Note } from './note.ts'

/**
 * One note. `chat`: in which chat of the staff's network it was written; null: somewhere else.
 *
 * @throws DeskError note-not-found, also for a note of another organization; lead-not-found
 */
export const readNote = defineQuery({
  input: z.object({ noteId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { noteId }) {
    const { em, organizationId } = work
    const note = await em.findOne(Note, { organizationId, id: noteId })
    if (!note) throw new DeskError('not-found', 'note-not-found')
    const { id, leadId, authorId, body, createdAt, idempotencyKey } = note
    const { contactId } = await mustSeeLead(work, leadId)
    const mask = (await readMasks(work, [contactId]))(contactId)
    return { id, leadId, authorId, body: mask(body), createdAt, chat: chatOf(idempotencyKey) }
  },
})

/** The key of a note is `note:<account>:<chat>:<message>`. */
const chatOf = (key: string | null | undefined): string | null =>
  /^note:[^:]*:(-?\d+):\d+$/.exec(key ?? '')?.[1] ?? null
