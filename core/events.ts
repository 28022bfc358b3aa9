import type { AssignmentReason } from './assignment/give-lead.ts'
import type { NetworkFailure } from './channels/inbound-item.ts'
import type { MessageStatus } from './conversations/message.ts'
import type { DigestKind } from './digests/digest.ts'
import type { DraftChange } from './drafts/draft.ts'
import type { ImportState } from './imports/contact-import.ts'
import type { LeadStatus } from './leads/lead.ts'
import type { Plane } from './team-desk/team-desk.ts'

/** What can happen, by name, with what its subscribers are told: ids and facts of the moment, never copies of rows. */
export interface DomainEvents {
  'message.received': {
    leadId: string
    messageId: string
    conversationId: string
    opensLead: boolean
    /** It opens a lead where leads are given to people: somebody gets it before anybody is told. */
    isGivenOut?: true
  }
  'message.queued': { leadId: string; messageId: string; authorId: string | null }
  'message.delivery-changed': {
    leadId: string
    messageId: string
    status: MessageStatus
    failure?: NetworkFailure
  }
  'lead.claimed': { leadId: string; ownerId: string; previousOwnerId: string | null }
  'lead.tags-changed': { leadId: string; byId: string }
  /** Put out of the inbox until a time, or back in (`until` null). */
  'lead.snoozed': { leadId: string; until: string | null; byId: string }
  /** The time has come until which `byId` had put it off. */
  'lead.snooze-ended': { leadId: string; byId: string | null }
  /** Somebody was given the lead. `byId` null: by Parley, after the rules. */
  'lead.assigned': {
    leadId: string
    ownerId: string
    previousOwnerId: string | null
    byId: string | null
    reason: AssignmentReason
    together?: number
  }
  /**
   * `together`: of so many that came free at once. `byId` null: by Parley, because the owner was away: `reason` says how. `unanswered`: after so many people in a row who
   * did not answer it is given to nobody any more.
   */
  'lead.released': {
    leadId: string
    previousOwnerId: string
    byId: string | null
    reason?: 'absence' | 'shift'
    unanswered?: number
    together?: number
  }
  /** A person's first message, or the first after a while, opened a lead; told beside `message.received` where leads are given to people. */
  'lead.opened': { leadId: string }
  'lead.status-changed': { leadId: string; from: LeadStatus; to: LeadStatus; byId: string }
  /** Staff are done with what the customer wrote until now, or not after all. */
  'lead.handling-changed': { leadId: string; handled: boolean; byId: string }
  /** Somebody of the business wrote in the network's own app: `message` is outbound and was not sent by us. */
  'message.echoed': { leadId: string; messageId: string; conversationId: string }
  /** The customer rewrote an earlier message or took it back; `erased`: our copy is gone, as the network demands. */
  'message.changed': { leadId: string; messageId: string; change: 'edited' | 'revoked' | 'erased' }
  'attachment.stored': { leadId: string; messageId: string; attachmentId: string }
  /** The file will not come any more: expired, refused or taken away. */
  'attachment.lost': { leadId: string; messageId: string; attachmentId: string; failure: NetworkFailure }
  /** A member typed a lead in. */
  'lead.added': { leadId: string; byId: string }
  /** A person of whom only a network's id was known has a name now: `leadId` is the lead that he writes about. */
  'contact.named': { contactId: string; leadId: string }
  'contact.preference-changed': { contactId: string; leadId: string | null; category: string; wants: boolean }
  /** The person blocked the business on a network, or let it in again. */
  'contact.reachability-changed': {
    contactId: string
    leadId: string | null
    channelAccountId: string
    state: 'blocked' | 'reachable'
  }
  /** Staff want to hear nothing more of this person, or want to again. */
  'contact.block-changed': { contactId: string; leadId: string; blocked: boolean; byId: string }
  /** All that was kept of the person is gone; recorded for each of his leads. */
  'contact.erased': { contactId: string; leadId: string; byId: string }
  'contact.merge-suggested': { suggestionId: string; leadId: string }
  'contact.merged': { mergeId: string; leadId: string; byId: string }
  'contact.merge-undone': { mergeId: string; leadId: string; byId: string }
  /** A reminder's time has come. `version`: as what it fired; changed since, nothing is told of it. */
  'reminder.due': { reminderId: string; leadId: string; memberId: string; version: number }
  /** The time of a member's digest has come, for that local day of his, such as 2026-11-26. */
  'digest.due': { memberId: string; kind: DigestKind; day: string }
  /** What a member wants to have put together has come to its time: `batch` names it. */
  'notices.gathered': { memberId: string; batch: string }
  /** The organization has a group of its own, in the place of another where it had one. */
  'desk.connected': { chatId: string; previousChatId: string | null; version: number } & DeskDoer
  /** The group cannot be written to: `reason` is one of `breakReasons` or the network's own words. */
  'desk.broken': { chatId: string; reason: string; version: number }
  'desk.mended': { chatId: string; previousChatId: null | string; version: number } & DeskDoer
  'desk.left': { chatId: string }
  /** Leads are worked on somewhere else from now on. */
  'desk.plane-changed': { chatId: string; plane: Plane; byId: string }
  /** The network gave the group another number; `chatId` is the new one. */
  'desk.moved': { chatId: string; previousChatId: string }
  /** An answer that somebody prepares was written (in the place of `replacedId`), has other words, was sent or thrown away. */
  'draft.changed': { leadId: string; draftId: string; change: DraftChange; byId: string; replacedId?: string }
  'note.added': { leadId: string; noteId: string; authorId: string }
  /** `invitedAs`: for whom the link was meant; absent in what earlier versions recorded. */
  'member.joined': { memberId: string; invitedBy: string; invitedAs?: string | null }
  /** Where he works no leads any more and had some, they are told of as when he had left. */
  /** Those who have a role of the organization's own work no leads any more, and had some that went elsewhere. */
  'role.changed': { roleId: string; byId: string } & HandedOver
  'member.role-changed': { memberId: string; byId: string } & Partial<HandedOver>
  /** The staff's network makes no topics in the member's private chat, which he wanted: `reason` is in its own words. */
  'member.topics-refused': { memberId: string; reason: string }
  'member.removed': { memberId: string; byId: string } & HandedOver
  'channel.stopped': { channelAccountId: string; failure: NetworkFailure }
  'channel.resumed': { channelAccountId: string }
  /** An account was connected here without a person typing its token, such as a Telegram Business connection. */
  'channel.connected': { channelAccountId: string }
  /** A person ended the use of an account: nothing is sent with it until somebody connects it again. */
  'channel.disconnected': { channelAccountId: string; byId: string | null }
  /** Something threatens a channel that still works: owners are told once until it is over. */
  'channel.endangered': { channelAccountId: string; code: string; title: string; detail?: string }
  'channel.relieved': { channelAccountId: string; code: string }
  'import.progressed': {
    channelAccountId: string
    phase?: string
    progress?: number
    failure?: NetworkFailure
  }
  /** The import of a list of people has come to another state, or on within one. */
  'contact-import.changed': { importId: string; state: ImportState }
  'template.changed': { templateId: string; status: string; reason?: string; byId?: string }
}

/** What somebody had. `successorId`: who has his `leads` now; null: whoever takes them. `leadIds`: some of them, the newest first. */
interface HandedOver {
  successorId: string | null
  leads: number
  leadIds?: string[]
}

/** Who did it, where a member did; absent in what earlier versions recorded. */
interface DeskDoer {
  byId?: string | null
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
