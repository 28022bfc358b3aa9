import type { InboundAttachment, NetworkFailure } from '../channels/inbound-item.ts'
import type { MessageStatus } from '../conversations/message.ts'
import type { LeadStatus } from '../leads/lead.ts'
import type { DemoSource } from './lead-sources.ts'

/** A whole history as plain rows: each key is a column, each list a table. `organization_id` is added on insertion. */
export interface DemoHistory {
  contacts: ContactRow[]
  identities: IdentityRow[]
  leads: LeadRow[]
  conversations: ConversationRow[]
  messages: MessageRow[]
  attachments: AttachmentRow[]
  notes: NoteRow[]
  activities: ActivityRow[]
}

export interface ContactRow {
  id: string
  name: string | null
  language: string
  createdAt: Date
}

export interface IdentityRow {
  id: string
  contactId: string
  kind: string
  value: string
  address: string | null
  validFrom: Date
}

export interface LeadRow {
  id: string
  number: number
  contactId: string
  status: LeadStatus
  ownerId: string | null
  source: DemoSource
  attribution: Record<string, unknown>
  lostReason: string | null
  valueMinor: number | null
  valueCurrency: string | null
  createdAt: Date
  claimedAt: Date | null
  closedAt: Date | null
  lastMessageAt: Date
  lastInboundAt: Date | null
  lastOutboundAt: Date | null
}

export interface ConversationRow {
  id: string
  channelAccountId: string
  contactId: string
  leadId: string
  lastInboundAt: Date | null
  lastMessageAt: Date
  createdAt: Date
}

export interface MessageRow {
  id: string
  conversationId: string
  leadId: string
  channelAccountId: string
  direction: 'inbound' | 'outbound'
  externalId: string
  kind: string
  body: string | null
  data: Record<string, unknown>
  replyToExternalId: string | null
  status: MessageStatus
  failure: NetworkFailure | null
  authorId: string | null
  sentAt: Date
  receivedAt: Date | null
  deliveredAt: Date | null
  readAt: Date | null
  createdAt: Date
}

export interface AttachmentRow {
  id: string
  messageId: string
  kind: InboundAttachment['kind']
  networkMediaId: string
  mime: string
  fileName: string | null
  sha256: string
  size: number
  createdAt: Date
}

export interface NoteRow {
  id: string
  leadId: string
  authorId: string
  body: string
  createdAt: Date
}

export interface ActivityRow {
  id: string
  leadId: string
  kind: 'lead.opened' | 'lead.claimed' | 'lead.status-changed' | 'note.added'
  actorId: string | null
  data: Record<string, unknown>
  createdAt: Date
}
