import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'

/**
 * Staff are done with what the customer wrote until now, or not after all. A handled lead keeps its status and owner and
 * is no work, so that no inbox lists it, until the customer writes again.
 *
 * @throws DeskError what `findLeadForChange` refuses with
 */
export const setLeadHandled = defineCommand({
  input: z.object({ leadId: z.uuid(), handled: z.boolean() }),
  allowed: canWorkLeads,
  async run(work, { leadId, handled }) {
    const { actor, sql, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members handle leads.')
    await findLeadForChange(work, leadId)
    const [changed] = await sql.query(
      `update lead l set handled_through = case when $3 then coalesce(last_inbound_at, '-infinity') end
       where organization_id = $1 and id = $2 and ${isHandled('l')} <> $3 returning id`,
      [organizationId, leadId, handled],
    )
    if (!changed) return
    remember(leadId, handled ? 'lead.handled' : 'lead.resumed')
    record({ type: 'lead.handling-changed', data: { leadId, handled, byId: actor.memberId }, lane: leadId })
  },
})

/** SQL: whether staff are done with all that the customer of the lead wrote. */
export const isHandled = (lead: string): string =>
  `coalesce(coalesce(${lead}.last_inbound_at, '-infinity') <= ${lead}.handled_through, false)`
