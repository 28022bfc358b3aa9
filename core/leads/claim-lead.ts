import { z } from 'zod'
import { defineCommand, type Work } from '../command.ts'
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
    await tellWhoWasFirst(work, leadId)
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

/** As long as the card of a lead that was free may still be looked at, in minutes. */
const freshMinutes = 10

/**
 * A lead that a colleague took a moment ago may be out of the member's sight now, and he was shown it while it was free:
 * he learns who was first, and nothing else of it.
 */
async function tellWhoWasFirst({ actor, em, sql, organizationId }: Work, leadId: string): Promise<void> {
  if (actor.kind !== 'member' || actor.sees === 'all' || !actor.sees.unclaimed) return
  const [lead] = await sql.query<{ ownerId: string | null; isFresh: boolean }>(
    `select owner_id as "ownerId", closed_at is null and claimed_at > now() - make_interval(mins => ${freshMinutes}) as "isFresh"
     from lead where organization_id = $1 and id = $2 for update`,
    [organizationId, leadId],
  )
  if (!lead?.isFresh || !lead.ownerId || actor.sees.ownerIds.includes(lead.ownerId)) return
  const owner = await em.findOne(Member, { organizationId, id: lead.ownerId })
  throw new DeskError('conflict', 'lead-claimed', { owner: owner?.name ?? '' })
}
