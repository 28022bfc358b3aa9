import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { failSends } from '../conversations/fail-sends.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { canWorkLeads } from '../policy.ts'
import { haveContactsAlone } from './hold-contacts.ts'

/**
 * Stops talking to the person behind a lead, or begins again: while blocked, what they write is kept and neither shown
 * nor told, and nothing is sent to them. What waits to be sent is called off; what is on its way already is not.
 *
 * @throws DeskError lead-not-found
 */
export const blockContact = defineCommand({
  input: z.object({ leadId: z.uuid(), blocked: z.boolean() }),
  allowed: canWorkLeads,
  async run(work, { leadId, blocked }) {
    const { actor, sql, organizationId, record, remember, audit } = work
    if (actor.kind !== 'member') throw new Error('Only members block people.')
    // In the order in which merges take them: people, then leads.
    await haveContactsAlone(sql, organizationId)
    const { contactId } = await findLeadForChange(work, leadId)
    const [changed] = await sql.query(
      `update contact set blocked_at = case when $3 then now() end, blocked_by = case when $3 then $4::uuid end
       where organization_id = $1 and id = $2 and (blocked_at is not null) <> $3 returning id`,
      [organizationId, contactId, blocked, actor.memberId],
    )
    if (!changed) return
    if (blocked) {
      const waiting = await sql.query<{ id: string }>(
        `select s.message_id as id from outbound_send s
         join conversation c on c.organization_id = $1 and c.id = s.conversation_id
         where s.organization_id = $1 and c.contact_id = $2`,
        [organizationId, contactId],
      )
      const failure = { code: 'contact-blocked', title: 'The team has blocked this person.' }
      const ids = waiting.map(({ id }) => id)
      for (const event of await failSends(sql, organizationId, ids, failure)) record(event)
    }
    remember(leadId, blocked ? 'contact.blocked' : 'contact.unblocked')
    audit('blockContact', { contactId, blocked })
    record({
      type: 'contact.block-changed',
      data: { contactId, leadId, blocked, byId: actor.memberId },
      lane: leadId,
    })
  },
})
