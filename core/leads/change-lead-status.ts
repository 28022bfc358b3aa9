import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { isClosed, Lead, leadStatuses } from './lead.ts'

/**
 * Moves a lead to another status. Converted and lost close it; any other opens it again, unless its person has a
 * newer open lead by then. Setting the status that it has changes nothing.
 *
 * @throws DeskError newer-lead-open (with `number`), lead-not-found
 */
export const changeLeadStatus = defineCommand({
  input: z.object({
    leadId: z.uuid(),
    status: z.enum(leadStatuses),
    reason: z.string().max(500).optional(),
  }),
  allowed: canWorkLeads,
  async run(work, { leadId, status, reason }) {
    const { actor, em, now, organizationId, record, remember } = work
    if (actor.kind !== 'member') throw new Error('Only members change statuses.')
    const lead = await findLeadForChange(work, leadId)
    const from = lead.status
    if (from === status) return
    if (lead.closedAt && !isClosed(status)) {
      const open = await em.findOne(Lead, { organizationId, contactId: lead.contactId, closedAt: null })
      if (open) throw new DeskError('conflict', 'newer-lead-open', { number: open.number })
    }
    lead.status = status
    lead.closedAt = isClosed(status) ? (lead.closedAt ?? now) : null
    lead.lostReason = status === 'lost' ? (reason ?? null) : null
    remember(leadId, 'lead.status-changed', { from, to: status, ...(reason ? { reason } : {}) })
    record({
      type: 'lead.status-changed',
      data: { leadId, from, to: status, byId: actor.memberId },
      lane: leadId,
    })
  },
})
