import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { authorize, canReleaseLead, canWorkLeads } from '../policy.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { freeLead } from './free-lead.ts'

/** Gives a lead back, so that others can claim it. A lead that nobody owns stays as it is. */
export const releaseLead = defineCommand({
  input: z.object({ leadId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { leadId }) {
    const lead = await findLeadForChange(work, leadId)
    if (!lead.ownerId) return
    authorize(canReleaseLead(work.actor, lead.ownerId))
    freeLead(work, lead)
  },
})
