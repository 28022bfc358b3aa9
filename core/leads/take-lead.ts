import type { Work } from '../command.ts'
import type { Lead } from './lead.ts'

/** Gives an unowned lead, locked by the caller, to a member, and tells of it. */
export function takeLead({ now, record, remember }: Work, lead: Lead, memberId: string): void {
  const previousOwnerId = lead.ownerId ?? null
  lead.ownerId = memberId
  lead.claimedAt = now
  remember(lead.id, 'lead.claimed', { ownerId: memberId })
  record({
    type: 'lead.claimed',
    data: { leadId: lead.id, ownerId: memberId, previousOwnerId },
    lane: lead.id,
  })
}
