import type { Network } from '../channels/inbound-item.ts'

/** One conversation with a person, as a way to reach him. */
export interface Way {
  conversationId: string
  channelAccountId: string
  /** Under which the conversation's person was first known; preferences and reachability are kept by it. */
  threadId: string
  network: Network
  channelName: string
  channelState: 'active' | 'stopped'
  lastInboundAt: Date | null
  lastMessageAt: Date
  /** The comment that the person wrote last, when nothing of his came after it. */
  comment: { externalId: string; at: Date; answered: boolean } | null
  /** Another app of the business holds the conversation: we hear it and cannot write. */
  isElsewhere: boolean
  /** The person blocked the business there. */
  blocked: boolean
  /** He wants no marketing there. */
  optedOut: boolean
  /** Whether the account has templates that may be sent. */
  hasTemplates: boolean
}
