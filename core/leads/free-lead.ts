import { memberIdOf } from '../actor.ts'
import type { Work } from '../command.ts'
import type { Lead } from './lead.ts'

/**
 * Takes a lead, locked by the caller, from the one who has it, so that others can have it, and tells of it.
 *
 * @param unanswered so many people in a row did not answer: those who lead are told
 */
export function freeLead(
  { actor, record, remember }: Work,
  lead: Lead,
  reason?: 'absence' | 'shift',
  unanswered?: number,
): void {
  const previousOwnerId = lead.ownerId
  if (!previousOwnerId) return
  lead.ownerId = null
  lead.claimedAt = null
  const why = reason ? { reason } : {}
  remember(lead.id, 'lead.released', { previousOwnerId, ...why })
  record({
    type: 'lead.released',
    data: {
      leadId: lead.id,
      previousOwnerId,
      byId: memberIdOf(actor),
      ...why,
      ...(unanswered ? { unanswered } : {}),
    },
    lane: lead.id,
  })
}
