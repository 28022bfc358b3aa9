import type { UsedAccount } from '#core/channels/channel-port.ts'
import type { IdentityClaim, Network } from '#core/channels/inbound-item.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import type { JsonRecord } from '../meta/loose-json.ts'

/** What a module shows of its networks, so that the contract can be tried on them. */
export interface ChannelExamples {
  /** A call with exactly these things where the network puts its messages, readable or not. */
  callWith(items: unknown[]): JsonRecord
  /** Messages of every kind that the network has, each with an id of its own. */
  messages: JsonRecord[]
  /** Our external id of one of `messages`; absent: its `id`. */
  externalIdOf?(message: JsonRecord): string
  /** Whether a call takes one message only, as Telegram's updates do. */
  onePerCall?: boolean
  /** Further whole calls: management, states, tests of a dashboard. */
  calls: JsonRecord[]
  /** One entry for each network of the module that can be answered. */
  sending: SendingExamples[]
}

export interface SendingExamples {
  network: Network
  account: Pick<UsedAccount, 'externalId' | 'settings'>
  recipient: IdentityClaim[]
  /** The network's answer to a message that it takes, and our external id of it. */
  accepted: { body: string; externalId: string }
  /** The same of an album of two, where the network has albums. */
  acceptedAlbum?: { body: string; externalIds: [string, string] }
  /** Answers to the calls on the way to a message, such as an upload, by the path that is asked for. */
  onTheWay?(path: string): string | undefined
  /** The network's answer to a token that is no longer valid. */
  tokenRefused: { status: number; body: string }
  /** The network's answer to too many messages, which asks for a wait of 7 s. */
  rateLimited: { status: number; headers?: Record<string, string>; body: string }
  /** One content of each kind that the network can carry, besides a text. */
  contents: OutboundContent[]
}
