import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
import { haveContactsAlone } from '../contacts/hold-contacts.ts'
import { failSends } from '../conversations/fail-sends.ts'
import { eraseMessages } from '../conversations/receive/erase-messages.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canEraseContacts } from '../policy.ts'
import { emptyLeads } from './empty-leads.ts'
import { findPerson, type WholePerson } from './find-person.ts'
import { forgetContacts } from './forget-contacts.ts'

/**
 * Erases the person behind a lead, as he may ask for: what he and the team wrote to each other, files, notes, drafts, reminders,
 * tags, where he came from, and all that he is called and known by; of everybody who was merged into him too. It cannot be
 * undone. What stays says nothing of him: that there were leads, with their numbers, times and ends, and who worked on
 * them. Open ones are lost. Whoever writes again is a new person, since nothing knows him.
 *
 * Ids by which networks call messages stay, so that one that comes again is known. Raw calls that only told where a
 * message was go with the others of their age (`loops/clear-done.ts`); what staff wrote in their own chats is theirs. Posts
 * are put right by the edge that made them, on `contact.erased`. Heard again, it erases what was written since.
 *
 * @throws DeskError lead-not-found, lead-merged, erase-out-of-sight
 */
export const eraseContact = defineCommand({
  input: z.object({ leadId: z.uuid() }),
  allowed: canEraseContacts,
  async run(work, { leadId }) {
    const { actor, sql, organizationId, audit, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members erase people.')
    // In the order in which merges take them: people, then leads.
    await haveContactsAlone(sql, organizationId)
    const { contactId } = await findLeadForChange(work, leadId)
    const person = await findPerson(work, contactId)
    const messages = await forgetMessages(work, person)
    const isNew = await forgetContacts(work, person.contactIds, actor.memberId)
    const notes = await emptyLeads(work, person.leadIds)
    if (!isNew && messages === 0 && notes === 0) return
    audit('eraseContact', { contactId, leads: person.leadIds.length, messages, notes })
    for (const id of person.leadIds) {
      remember(id, 'contact.erased')
      record({ type: 'contact.erased', data: { contactId, leadId: id, byId: actor.memberId }, lane: id })
    }
  },
})

/** What waits to be sent is called off without a word; what is on its way already is not. */
async function forgetMessages({ sql, organizationId }: Work, { leadIds }: WholePerson): Promise<number> {
  const messages = await sql.query<{ id: string; erased: boolean }>(
    `select id, erased_at is not null as erased from message
     where organization_id = $1 and lead_id = any($2) order by id for update`,
    [organizationId, leadIds],
  )
  const ids = messages.map(({ id }) => id)
  await failSends(sql, organizationId, ids, { code: 'erased', title: 'The person was erased.' })
  await eraseMessages(sql, organizationId, ids)
  return messages.filter(({ erased }) => !erased).length
}
