import type { DomainEvents, NewEvent } from '../../events.ts'

/** What is to be told of a customer's message; of one that opens a lead, that too. */
export function tellOfReceived(data: DomainEvents['message.received']): NewEvent[] {
  const { leadId, opensLead } = data
  const received: NewEvent = { type: 'message.received', data, lane: leadId }
  return opensLead ? [received, { type: 'lead.opened', data: { leadId }, lane: leadId }] : [received]
}
