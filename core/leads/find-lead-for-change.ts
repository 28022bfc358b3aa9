import { LockMode } from '@mikro-orm/core'
import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canSeeLead } from '../policy.ts'
import { Lead } from './lead.ts'

/**
 * Loads a lead and locks it, so that of two who change it at once the second sees what the first did.
 *
 * @throws DeskError lead-not-found, also for a lead of another organization, and for one that the actor's role does not let
 *   him see: none is told from the others; lead-merged
 *   (with `number`) for one that was folded into an older one
 */
export async function findLeadForChange({ actor, em, organizationId }: Work, leadId: string): Promise<Lead> {
  const lead = await em.findOne(
    Lead,
    { organizationId, id: leadId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  if (!lead || !canSeeLead(actor, lead)) throw new DeskError('not-found', 'lead-not-found')
  if (lead.mergedInto) {
    const older = await em.findOne(Lead, { organizationId, id: lead.mergedInto })
    throw new DeskError('conflict', 'lead-merged', { number: older?.number ?? 0 })
  }
  return lead
}
