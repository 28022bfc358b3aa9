import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { isCurrency } from '../money.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { isClosed, Lead, leadStatuses } from './lead.ts'

/** A hundred thousand millions in a currency with two decimals: what is more was typed wrongly. */
const mostMinor = 10_000_000_000_000

const money = z.object({
  minor: z.number().int().min(0).max(mostMinor),
  currency: z.string().refine(isCurrency),
})

/**
 * Moves a lead to another status. Converted and lost close it; any other opens it again, unless its person has a
 * newer open lead by then. Setting the status that it has changes nothing but the reason or the value that is told.
 *
 * `reason`: why it was lost, one of `lostReasons` or the member's own words. `value`: what was earned with a converted
 * one. Each is kept with its status alone.
 *
 * @throws DeskError newer-lead-open (with `number`), lead-not-found
 */
export const changeLeadStatus = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    status: z.enum(leadStatuses),
    reason: z.string().transform(cleanText).pipe(z.string().trim().min(1).max(500)).optional(),
    value: money.optional(),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, status, reason, value }) {
    const { actor, em, now, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members change statuses.')
    const lead = await findLeadForChange(work, leadId)
    const from = lead.status
    const isOther = from !== status
    const next = {
      lostReason: status === 'lost' ? (reason ?? (isOther ? null : lead.lostReason)) : null,
      valueMinor: status === 'converted' ? (value?.minor ?? (isOther ? null : lead.valueMinor)) : null,
      valueCurrency:
        status === 'converted' ? (value?.currency ?? (isOther ? null : lead.valueCurrency)) : null,
    }
    const tellsMore =
      next.lostReason !== lead.lostReason ||
      next.valueMinor !== lead.valueMinor ||
      next.valueCurrency !== lead.valueCurrency
    if (!isOther && !tellsMore) return
    if (lead.closedAt && !isClosed(status)) {
      const open = await em.findOne(Lead, { organizationId, contactId: lead.contactId, closedAt: null })
      if (open) throw new DeskError('conflict', 'newer-lead-open', { number: open.number })
    }
    em.assign(lead, {
      status,
      closedAt: isClosed(status) ? (lead.closedAt ?? now) : null,
      ...next,
    })
    remember(leadId, 'lead.status-changed', {
      from,
      to: status,
      ...(next.lostReason && tellsMore ? { reason: next.lostReason } : {}),
      ...(next.valueMinor !== null && tellsMore
        ? { value: { minor: next.valueMinor, currency: next.valueCurrency } }
        : {}),
    })
    record({
      type: 'lead.status-changed',
      data: { leadId, from, to: status, byId: actor.memberId },
      lane: leadId,
    })
  },
})
