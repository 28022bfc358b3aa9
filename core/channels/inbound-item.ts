/**
 * Our words for what a network tells us. Each network's pure `read` turns one raw webhook call into a list of
 * these; core understands nothing else. Readers keep the network's order and lose nothing: what they cannot
 * understand becomes an `unreadable` item or a message of kind `unknown`, never an exception.
 */
export type InboundItem = InboundMessage | DeliveryState | ChannelNotice | UnreadableItem

/** The networks that have a channel module. */
export type Network = 'whatsapp'

/**
 * How a network names a person. `phone` is E.164 in the one form we recognise people by (see
 * `recognisable-phone.ts`); the others are the network's own ids, of use only inside that network.
 */
export type IdentityKind = 'phone' | 'whatsapp_user' | 'whatsapp_parent_user' | 'whatsapp_username'

export interface IdentityClaim {
  kind: IdentityKind
  /** What we compare. Never empty. */
  value: string
  /** What the network wants to see in `to`, where that differs from `value` (a wa_id without its plus sign). */
  address?: string
}

/** A person as the network presents him on one message. `identities` is strongest first; it may be empty. */
export interface Person {
  identities: IdentityClaim[]
  /** The name the person gave himself on the network: hostile until escaped. */
  name?: string
}

export type MessageKind =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  /** A pressed button, a chosen list row or a quick reply: `body` is its title, `data.payload` its id. */
  | 'choice'
  /** A filled-in form (WhatsApp Flow): `data.answers`. */
  | 'form'
  | 'order'
  /** `body` is the emoji, absent when the reaction was taken back; `replyTo` is what it reacts to. */
  | 'reaction'
  /** The customer changed (`edit`, `body` is the new text) or took back (`revoke`) the message in `replyTo`. */
  | 'edit'
  | 'revoke'
  /** Something the network says about the person, such as a changed number: `data.event`. */
  | 'system'
  /** A kind the network itself does not hand over to businesses: `data.kind` where it is named. */
  | 'unsupported'
  /** A kind that this version does not know: `data.kind`, with the item as it came in `data.raw`. */
  | 'unknown'

/** A file that came with a message: a reference, since bytes are fetched apart from the message. */
export interface InboundAttachment {
  kind: 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker'
  /** The network's media id; fetched with the account's token. */
  mediaId?: string
  url?: string
  mime?: string
  fileName?: string
  sha256?: string
  size?: number
}

/** Where the conversation came from, as the network tells: an ad, a post, a link. */
export interface Referral {
  sourceType?: string
  sourceId?: string
  sourceUrl?: string
  headline?: string
  body?: string
  clickId?: string
}

export interface InboundMessage {
  type: 'message'
  network: Network
  /** The network's id of the business's account that was written to (WhatsApp: phone_number_id). */
  account: string
  /** The network's id of the message; unique in the account. The key that makes hearing twice harmless. */
  externalId: string
  person: Person
  /** The network's own time of the message. */
  sentAt: Date
  kind: MessageKind
  /** Text, caption, title or emoji; absent where the kind has none. Cleaned of NUL and lone surrogates. */
  body?: string
  /** External id of the message that this one answers, reacts to, changes or takes back. */
  replyTo?: string
  attachments: InboundAttachment[]
  referral?: Referral
  /** Further facts of the kind, in our words where we have them: plain JSON. */
  data: Record<string, unknown>
}

export type DeliveryStateName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** What the network says of a message that we sent (or that another tool sent from the same account). */
export interface DeliveryState {
  type: 'delivery-state'
  network: Network
  account: string
  externalId: string
  state: DeliveryStateName
  at: Date
  /** Our message id, echoed by the network, by which a state finds its message before its external id is known. */
  messageId?: string
  failure?: NetworkFailure
  data: Record<string, unknown>
}

/** A network's error in its own numbers and words, for staff to see and for `decide-retry` to sort. */
export interface NetworkFailure {
  code: string
  title: string
  detail?: string
}

/** Something a network tells about an account rather than about a conversation: kept, not acted upon yet. */
export interface ChannelNotice {
  type: 'channel-notice'
  network: Network
  /** Absent where the network names only the business (management webhooks of WhatsApp). */
  account?: string
  /** The network's own name of the field or event. */
  topic: string
  data: unknown
}

/** One item of a batch that could not be read: put aside alone, with the reason, beside the readable ones. */
export interface UnreadableItem {
  type: 'unreadable'
  network: Network
  /** Where it stood in the call: `entry[0].changes[2].value.messages[5]`. */
  path: string
  reason: string
  item: unknown
}

/** Reads one raw call. Throws only when the whole call is not what its source should send. */
export type InboundReader = (body: Buffer) => InboundItem[]
