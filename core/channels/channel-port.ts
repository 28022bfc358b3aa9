import type { IdentityClaim, NetworkFailure } from './inbound-item.ts'

/** What core asks a network to carry to a customer. */
export interface OutboundMessage {
  /** Our id; the network echoes it in delivery states where it can, so that a lost answer can be reconciled. */
  id: string
  kind: 'text'
  body: string
  /** External id of the message that this one answers. */
  replyTo?: string
  /** Every identity of the person that this network may use as an address, strongest first. */
  recipient: IdentityClaim[]
}

/** The business's account that sends, with its secret opened. Never log it. */
export interface SendingAccount {
  externalId: string
  token: string
}

/**
 * How a send ended.
 * - `sent`: the network took it and gave it an id.
 * - `refused-for-now`: nothing was sent; try again, not before `afterMs` where the network says so.
 * - `refused`: nothing was sent and trying again would not help.
 * - `channel-stopped`: nothing was sent and nothing can be until a person mends the account (token, billing).
 * - `unconfirmed`: the network may or may not have taken it. Never send again without asking a person.
 */
export type SendOutcome =
  | { outcome: 'sent'; externalId: string }
  | { outcome: 'refused-for-now'; failure: NetworkFailure; afterMs?: number }
  | { outcome: 'refused'; failure: NetworkFailure }
  | { outcome: 'channel-stopped'; failure: NetworkFailure }
  | { outcome: 'unconfirmed'; failure: NetworkFailure }

/** One network's rules and hands, given to core by the composition root. */
export interface ChannelPort {
  network: string
  /** How long after the customer's last message free text may be sent, in hours; undefined: always. */
  replyWindowHours?: number
  /** The longest text of one message, in characters. */
  maxTextLength: number
  /** Sends one message. Never throws for a network's reasons; always settles within 15 s. */
  send(account: SendingAccount, message: OutboundMessage): Promise<SendOutcome>
}
