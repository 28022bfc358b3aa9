import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'

const mostDays = 366

/**
 * Puts an open lead out of the inbox until a time or until the customer writes, whichever comes first; `until` null
 * brings it back now. Only where work is listed it is missing: it can be found, opened and answered as ever.
 *
 * @throws DeskError snooze-past, snooze-too-far (with `days`), lead-closed-for-snooze (with `number`), lead-not-found
 */
export const snoozeLead = defineCommand({
  input: z.object({ leadId: z.uuid(), until: z.date().nullable() }),
  allowed: canWorkLeads,
  async run(work, { leadId, until }) {
    const { actor, sql, organizationId, now, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members snooze leads.')
    const lead = await findLeadForChange(work, leadId)
    if (until && lead.closedAt) {
      throw new DeskError('conflict', 'lead-closed-for-snooze', { number: lead.number })
    }
    if (until && until <= now) throw new DeskError('invalid', 'snooze-past')
    if (until && until.getTime() > now.getTime() + mostDays * 24 * 3_600_000) {
      throw new DeskError('invalid', 'snooze-too-far', { days: mostDays })
    }
    const [changed] = await sql.query(
      `update lead set snoozed_until = $3, snoozed_by = case when $3::timestamptz is null then null else $4::uuid end,
         snoozed_inbound_at = case when $3::timestamptz is null then null else last_inbound_at end
       where organization_id = $1 and id = $2 and (snoozed_until is distinct from $3
         or $3 is not null and snoozed_inbound_at is distinct from last_inbound_at) returning id`,
      [organizationId, leadId, until, actor.memberId],
    )
    if (!changed) return
    await sql.query(
      until
        ? `insert into snooze_end (organization_id, lead_id, due_at) values ($1, $2, $3)
           on conflict (organization_id, lead_id) do update set due_at = excluded.due_at`
        : 'delete from snooze_end where organization_id = $1 and lead_id = $2',
      until ? [organizationId, leadId, until] : [organizationId, leadId],
    )
    const data = { until: until?.toISOString() ?? null }
    remember(leadId, until ? 'lead.snoozed' : 'lead.unsnoozed', data)
    record({ type: 'lead.snoozed', data: { leadId, ...data, byId: actor.memberId }, lane: leadId })
  },
})
