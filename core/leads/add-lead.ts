import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { recognise } from '../contacts/recognise.ts'
import { tellOfSuggestions } from '../contacts/suggest-merges.ts'
import { DeskError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { Lead } from './lead.ts'
import { findSeenLead } from './must-see-lead.ts'
import { Note } from './note.ts'
import { openLeads } from './open-leads.ts'
import { readTypedIdentities, typedIdentities } from './read-typed-identities.ts'
import { takeLead } from './take-lead.ts'

const text = (limit: number) => z.string().transform(cleanText).pipe(z.string().trim().max(limit)).optional()

/**
 * Adds a lead that a member types in: somebody who called or came in. Who is known already by the phone or the e-mail
 * is recognised: then what was typed joins his open lead, and `existed` says so. A new lead is the member's own, unless
 * `unassigned`. Phone and e-mail are good for finding, but nobody has proved them.
 *
 * `source` is the member's own word for where the person came from, such as the name of a fair. `origin` is where the
 * member wrote it: it is the idempotency key, so that hearing it twice adds one lead.
 *
 * @throws DeskError lead-empty, phone-unreadable, email-unreadable, username-unreadable, lead-with-colleague (the person's open lead is not
 *   among those that the member sees)
 */
export const addLead = defineCommand({
  input: z.object({
    name: text(200),
    ...typedIdentities,
    note: text(4000),
    source: text(60),
    unassigned: z.boolean().default(false),
    origin: z.object({ account: z.string().max(100), chat: z.string().max(100), message: z.number().int() }),
  }),
  allowed: canWorkLeads,
  async run(work, { name, note, source, unassigned, origin, ...typed }) {
    const { actor, em, sql, organizationId, now, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members add leads.')
    const idempotencyKey = `add:${origin.account}:${origin.chat}:${origin.message}`
    // Of two who heard the same at once, the second waits here and then finds what the first did.
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${organizationId}/${idempotencyKey}`,
    ])
    const heard = await findHeard(work, idempotencyKey)
    if (heard) return heard
    const identities = await readTypedIdentities(work, typed)
    if (!name && identities.length === 0) throw new DeskError('invalid', 'lead-empty')
    const { places, suggestions } = await recognise(sql, organizationId, [
      { person: { identities, ...(name ? { name } : {}) }, network: 'manual', at: now },
    ])
    const contactId = places[0]?.contactId ?? ''
    const [opened] = await openLeads(sql, organizationId, [
      {
        contactId,
        sentAt: now,
        source: 'manual',
        manner: 'staff',
        referral: { sourceType: 'manual', ...(source ? { ref: source } : {}) },
      },
    ])
    const { leadId, opens } = opened ?? { leadId: '', opens: false }
    // He named the person himself, so he may know that somebody has him; whatever was written here is taken back.
    if (!opens && !(await findSeenLead(work, leadId))) throw new DeskError('conflict', 'lead-with-colleague')
    const lead = await findLeadForChange(work, leadId)
    if (opens && !unassigned && !lead.ownerId) takeLead(work, lead, actor.memberId)
    if (opens) lead.idempotencyKey = idempotencyKey
    if (note) {
      const noteId = newId()
      em.create(Note, {
        organizationId,
        id: noteId,
        leadId,
        authorId: actor.memberId,
        body: note,
        idempotencyKey,
        createdAt: now,
      })
      remember(leadId, 'note.added', { noteId })
      record({ type: 'note.added', data: { leadId, noteId, authorId: actor.memberId }, lane: leadId })
    }
    if (opens) record({ type: 'lead.added', data: { leadId, byId: actor.memberId }, lane: leadId })
    for (const event of await tellOfSuggestions(sql, organizationId, suggestions)) record(event)
    return { leadId, existed: !opens }
  },
})

/** What was made of it when it was heard before. */
async function findHeard({ em, organizationId }: Work, idempotencyKey: string) {
  const added = await em.findOne(Lead, { organizationId, idempotencyKey })
  if (added) return { leadId: added.id, existed: false }
  const noted = await em.findOne(Note, { organizationId, idempotencyKey })
  return noted ? { leadId: noted.leadId, existed: true } : undefined
}
