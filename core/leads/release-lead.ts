import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { authorize, canReleaseLead, canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'

/** Gives a lead back, so that others can claim it. A lead that nobody owns stays as it is. */
export const releaseLead = defineCommand({
  input: z.object({ leadId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { leadId }) {
    const { actor, record, remember } = work
    const lead = await findLeadForChange(work, leadId)
    const previousOwnerId = lead.ownerId
    if (!previousOwnerId) return
    authorize(canReleaseLead(actor, previousOwnerId))
    if (actor.kind !== 'member') throw new Error('Only members release leads.')
    lead.ownerId = null
    lead.claimedAt = null
    remember(lead.id, 'lead.released', { previousOwnerId })
    record({
      type: 'lead.released',
      data: { leadId: lead.id, previousOwnerId, byId: actor.memberId },
      lane: lead.id,
    })
  },
})
