import type { IdentityClaim } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../meta/loose-json.ts'

/** What a module shows of its network, so that the contract can be tried on it. */
export interface ChannelExamples {
  /** A call with exactly these things where the network puts its messages, readable or not. */
  callWith(items: unknown[]): JsonRecord
  /** Messages of every kind that the network has, each with an id of its own. */
  messages: JsonRecord[]
  /** Further whole calls: management, states, tests of a dashboard. */
  calls: JsonRecord[]
  recipient: IdentityClaim[]
  /** The network's answer to a message that it takes, and the id in it. */
  accepted: { body: string; externalId: string }
  /** The network's answer to a token that is no longer valid. */
  tokenRefused: { status: number; body: string }
}
