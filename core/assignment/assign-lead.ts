import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { findLeadForChange } from '../leads/find-lead-for-change.ts'
import { authorize, canAssignLead, canWorkLeads } from '../policy.ts'
import { giveLead } from './give-lead.ts'
import { holdAssignee } from './hold-assignee.ts'
import { settleRequestsOf } from './settle-requests.ts'

/**
 * Gives a lead to a member, whoever had it: a person decides, so neither shift nor capacity matter. Giving it to the one
 * who has it is no error.
 *
 * @throws DeskError assignee-unfit for somebody who has left or does not work leads; lead-closed; lead-not-found
 */
export const assignLead = defineCommand({
  input: z.object({ leadId: z.uuid(), memberId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { leadId, memberId }) {
    const member = await holdAssignee(work, memberId)
    const lead = await findLeadForChange(work, leadId)
    authorize(canAssignLead(work.actor, lead.ownerId ?? null))
    if (!member) throw new DeskError('invalid', 'assignee-unfit')
    if (lead.ownerId === memberId) return
    if (lead.closedAt) throw new DeskError('conflict', 'lead-closed', { number: lead.number })
    await giveLead(work, lead, member, 'hand')
    await settleRequestsOf(work.sql, work.organizationId, leadId)
  },
})
