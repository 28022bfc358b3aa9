import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { Member } from '../team/member.ts'
import { findLeadForChange } from './find-lead-for-change.ts'
import { takeLead } from './take-lead.ts'

/**
 * Makes the acting member the lead's owner. Of any number of members who claim at once, one wins; the others learn
 * who. Claiming one's own lead again is no error.
 *
 * @throws DeskError lead-claimed (with `owner`, a name), lead-closed, lead-not-found
 */
export const claimLead = defineCommand({
  input: z.object({ leadId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { leadId }) {
    const { actor, em, organizationId } = work
    if (actor.kind !== 'member') throw new Error('Only members claim leads.')
    const lead = await findLeadForChange(work, leadId)
    if (lead.ownerId === actor.memberId) return
    if (lead.closedAt) throw new DeskError('conflict', 'lead-closed', { number: lead.number })
    if (lead.ownerId) {
      const owner = await em.findOne(Member, { organizationId, id: lead.ownerId })
      throw new DeskError('conflict', 'lead-claimed', { owner: owner?.name ?? '' })
    }
    takeLead(work, lead, actor.memberId)
  },
})
