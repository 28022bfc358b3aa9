import type { NetworkFailure } from './channels/inbound-item.ts'
import type { MessageStatus } from './conversations/message.ts'
import type { LeadStatus } from './leads/lead.ts'

/** What can happen, by name, with what its subscribers are told: ids and facts of the moment, never copies of rows. */
export interface DomainEvents {
  'message.received': { leadId: string; messageId: string; conversationId: string; opensLead: boolean }
  'message.queued': { leadId: string; messageId: string; authorId: string | null }
  'message.delivery-changed': {
    leadId: string
    messageId: string
    status: MessageStatus
    failure?: NetworkFailure
  }
  'lead.claimed': { leadId: string; ownerId: string; previousOwnerId: string | null }
  'lead.released': { leadId: string; previousOwnerId: string; byId: string }
  'lead.status-changed': { leadId: string; from: LeadStatus; to: LeadStatus; byId: string }
  'note.added': { leadId: string; noteId: string; authorId: string }
  'member.joined': { memberId: string; invitedBy: string }
  'channel.stopped': { channelAccountId: string; failure: NetworkFailure }
  'channel.resumed': { channelAccountId: string }
}

export type EventType = keyof DomainEvents

export type DomainEvent = {
  [Type in EventType]: {
    id: string
    organizationId: string
    type: Type
    data: DomainEvents[Type]
    occurredAt: Date
  }
}[EventType]

/** An event about to be recorded. `lane`: events of one lane reach each subscriber in order; usually the lead's id. */
export type NewEvent = {
  [Type in EventType]: { type: Type; data: DomainEvents[Type]; lane: string }
}[EventType]

/**
 * Something that acts on events, apart from the transaction that recorded them. It hears each event at least once and
 * must bear to hear it twice; throwing makes it hear the event again later. It delays only itself.
 */
export interface Subscriber {
  /** Stable: it is written into delivery rows. */
  name: string
  types: readonly EventType[]
  handle(event: DomainEvent): Promise<void>
}
