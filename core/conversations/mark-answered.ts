import type { Work } from '../command.ts'
import type { Lead } from '../leads/lead.ts'
import { takeLead } from '../leads/take-lead.ts'

/** What an answer means for the lead: whoever answers one that nobody has, has it; a new one becomes contacted. */
export function markAnswered(work: Work, lead: Lead, memberId: string): void {
  const { now, record, remember } = work
  lead.lastMessageAt = now
  lead.lastOutboundAt = now
  if (!lead.ownerId && !lead.closedAt) takeLead(work, lead, memberId)
  if (lead.status !== 'new') return
  lead.status = 'contacted'
  remember(lead.id, 'lead.status-changed', { from: 'new', to: 'contacted' })
  record({
    type: 'lead.status-changed',
    data: { leadId: lead.id, from: 'new', to: 'contacted', byId: memberId },
    lane: lead.id,
  })
}
