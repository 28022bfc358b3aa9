/**
 * Our words for what a network tells us. Each network's pure `read` turns one raw webhook call into a list of
 * these; core understands nothing else. Readers keep the network's order and lose nothing: what they cannot
 * understand becomes an `unreadable` item or a message of kind `unknown`, never an exception.
 */
export type InboundItem =
  | InboundMessage
  | DeliveryState
  | Watermark
  | Preference
  | IdentityChange
  | PersonState
  | BookEntry
  | AccountState
  | ImportProgress
  | FetchRequest
  | Erasure
  | ChannelNotice
  | UnreadableItem

export const networks = [
  'whatsapp',
  'instagram',
  'messenger',
  /** The customer bot. */
  'telegram',
  /** The owner's own Telegram account, connected to the customer bot. */
  'telegram_business',
  'facebook_leads',
  'google_leads',
  'linkedin_leads',
  /** Website forms, Pabbly and any other JSON that is posted to us. */
  'forms',
  /** Typed in by staff. */
  'manual',
] as const

/** The networks that a channel account can belong to. */
export type Network = (typeof networks)[number]

/**
 * How a network names a person. `phone` is E.164 in the one form we recognise people by (see
 * `recognisable-phone.ts`), `email` is in lower case; both hold across networks, and a phone or e-mail that the
 * network did not prove (typed into a form) is a `claimed: true` claim. The others are the network's own ids, of use
 * only inside that network; usernames can be given up and taken by another.
 */
export type IdentityKind =
  | 'phone'
  | 'email'
  | 'whatsapp_user'
  | 'whatsapp_parent_user'
  | 'whatsapp_username'
  /** Page-scoped ids hold for one page or account only: `value` is `<account>:<id>`, `address` the bare id. */
  | 'instagram_user'
  | 'instagram_username'
  | 'messenger_user'
  | 'telegram_user'
  | 'telegram_username'
  | 'linkedin_member'
  /** Somebody who left neither phone nor e-mail: the id of what he sent, by which nobody else is ever recognised. */
  | 'submission'

export interface IdentityClaim {
  kind: IdentityKind
  /** What we compare. Never empty. */
  value: string
  /** What the network wants to see in `to`, where that differs from `value` (a wa_id without its plus sign). */
  address?: string
  /** Said by the person and proved by nobody: good for finding, not for trusting. */
  claimed?: boolean
}

/** A person as the network presents him on one message. `identities` is strongest first; it may be empty. */
export interface Person {
  identities: IdentityClaim[]
  /** The name the person gave himself on the network: hostile until escaped. */
  name?: string
  /** BCP 47 tag of the person's app, where the network tells it. */
  language?: string
}

export type MessageKind =
  | 'text'
  | 'image'
  | 'video'
  | 'animation'
  | 'video_note'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  /** A pressed button, a chosen list row, a quick reply or a postback: `body` is its title, `data.payload` its id. */
  | 'choice'
  /** A filled-in form (WhatsApp Flow, lead ad, website): `data.answers` is a record of question to answer. */
  | 'form'
  | 'order'
  /** Something of the network passed on: a post, reel or story (`data.share`), with its file where there is one. */
  | 'share'
  /** The person mentioned the business in a story; the file is the story's. */
  | 'story_mention'
  /** A comment under a post of the business, `data.commentId`, `data.post`; answered once, privately. */
  | 'comment'
  /** A call that rang or ended: `data.event`, `data.direction`, `data.seconds`. */
  | 'call'
  | 'poll'
  /** `body` is the emoji, absent when the reaction was taken back; `replyTo` is what it reacts to. */
  | 'reaction'
  /** The sender changed (`edit`, `body` is the new text) or took back (`revoke`) the message in `replyTo`. */
  | 'edit'
  | 'revoke'
  /** Something the network says about the person, such as a changed number or an opened ad: `data.event`. */
  | 'system'
  /** A kind the network itself does not hand over to businesses: `data.kind` where it is named. */
  | 'unsupported'
  /** A kind that this version does not know: `data.kind`, with the item as it came in `data.raw`. */
  | 'unknown'

export type FileKind =
  | 'image'
  | 'video'
  | 'animation'
  | 'video_note'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'

/** A file that came with a message: a reference, since bytes are fetched apart from the message. */
export interface InboundAttachment {
  kind: FileKind
  /** The network's media id; fetched with the account's token. */
  mediaId?: string
  url?: string
  mime?: string
  fileName?: string
  sha256?: string
  /** In bytes, as the network says. */
  size?: number
}

/** Where the conversation came from, as the network tells: an ad, a post, a link. */
export interface Referral {
  /** `ad`, `post`, `link`, `form`, `comment`, `website`, … */
  sourceType?: string
  sourceId?: string
  sourceUrl?: string
  headline?: string
  body?: string
  /** The network's own click id: `ctwa_clid` of WhatsApp. */
  clickId?: string
  /** The word behind `?ref=` or `?start=` in the link that was followed. */
  ref?: string
  adId?: string
  adName?: string
  adsetId?: string
  adsetName?: string
  campaignId?: string
  campaignName?: string
  formId?: string
  formName?: string
  gclid?: string
  fbclid?: string
  utm?: { source?: string; medium?: string; campaign?: string; term?: string; content?: string }
}

interface FromNetwork {
  network: Network
  /**
   * The network's id of the business's account that it is about (WhatsApp: phone_number_id; Instagram and Messenger:
   * the account or page; Telegram: the bot's id; Telegram Business: the owner's user id; forms: see `formAccount`).
   */
  account: string
}

export interface InboundMessage extends FromNetwork {
  type: 'message'
  /** The network's id of the message; unique in the account. The key that makes hearing twice harmless. */
  externalId: string
  /** The customer, also of a message that the business itself wrote. */
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
  /** Further facts of the kind, in our words where we have them: plain JSON. `albumId` joins the parts of an album. */
  data: Record<string, unknown>
  /**
   * Written by the business in the network's own app or by another tool, rather than by the customer. Where it is the
   * echo of something we sent, `messageId` is our id of it, if the network carries one back.
   */
  echo?: { messageId?: string }
  /** An old message that is imported: no notice, no reply window, no new lead for staff to look at. */
  history?: { status?: 'sent' | 'delivered' | 'read' | 'failed' }
  /** On `revoke`: our copy of the message must go too (a rule of the network), not only be marked. */
  erase?: boolean
}

export type DeliveryStateName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** What the network says of a message that we sent (or that another tool sent from the same account). */
export interface DeliveryState extends FromNetwork {
  type: 'delivery-state'
  externalId: string
  state: DeliveryStateName
  at: Date
  /** Our message id, echoed by the network, by which a state finds its message before its external id is known. */
  messageId?: string
  failure?: NetworkFailure
  /** `pricing`: what the network charges, in its own words; kept with the message. */
  data: Record<string, unknown>
}

/** Everything sent to this person up to a moment has come so far: how Messenger tells of delivery and reading. */
export interface Watermark extends FromNetwork {
  type: 'watermark'
  person: Person
  state: 'delivered' | 'read'
  upTo: Date
  at: Date
}

/** The person wants, or no longer wants, messages of a category. */
export interface Preference extends FromNetwork {
  type: 'preference'
  person: Person
  category: 'marketing'
  wants: boolean
  at: Date
}

/** The network gave a person other ids: who was known by `previous` is known by `current` from `at` on. */
export interface IdentityChange extends FromNetwork {
  type: 'identity-change'
  previous: IdentityClaim[]
  current: IdentityClaim[]
  at: Date
}

/** Whether the person can be written to: he blocked the business, or let it in again. */
export interface PersonState extends FromNetwork {
  type: 'person-state'
  person: Person
  state: 'blocked' | 'reachable'
  at: Date
}

/** An entry of the address book on the business's phone: gives a contact its name; `removed` takes none away. */
export interface BookEntry extends FromNetwork {
  type: 'book-entry'
  person: Person
  action: 'saved' | 'removed'
  at: Date
}

/**
 * What became of an account of the business, for core to keep and act on.
 * `parent` names the account whose organization it belongs to, when it is not connected here yet (a Telegram Business
 * connection comes through the customer bot).
 */
export interface AccountState extends FromNetwork {
  type: 'account-state'
  parent?: { network: Network; account: string }
  /** `connected`: usable (again); `stopped`: nothing can be sent or received. */
  state: 'connected' | 'stopped'
  name?: string
  /** Kept in the account's settings: `connectionId`, `rights`, … */
  settings?: Record<string, string>
  reason?: NetworkFailure
  at: Date
}

/** How far an import has come. */
export interface ImportProgress extends FromNetwork {
  type: 'import-progress'
  /** 0 to 100 within the phase. */
  progress?: number
  phase?: string
  /** The owner declined to share, or the import failed. */
  failure?: NetworkFailure
  at: Date
}

/** The network told only an id: what it names has to be asked for, with the account's token, until it comes. */
export interface FetchRequest extends FromNetwork {
  type: 'fetch-request'
  what: 'lead'
  externalId: string
  /** What the notification said besides, for the port's `fetchLead`: form, ad, time. */
  data: Record<string, string>
  at: Date
}

/** The network demands that what came from it about this item is erased. */
export interface Erasure extends FromNetwork {
  type: 'erasure'
  /** External id of the message (or lead form) that is to go. */
  externalId: string
  at: Date
}

/** A network's error in its own numbers and words, for staff to see and for `decide-retry` to sort. */
export interface NetworkFailure {
  code: string
  title: string
  detail?: string
}

/** What a notice means for us, where it means something. */
export type NoticeMeaning =
  | {
      kind: 'template'
      /** The network's id of the template; absent: by name and language. */
      externalId?: string
      name?: string
      language?: string
      status?: string
      quality?: string
      category?: string
      reason?: string
      components?: unknown
    }
  /** Facts of the account that its health shows: `quality`, `limit`, `displayName`, `state`, … */
  | { kind: 'account-facts'; facts: Record<string, string> }
  /** The channel is in danger: owners are told once for each `code` and account until it is over. */
  | { kind: 'danger'; code: string; title: string; detail?: string }
  /** A danger of that code is over. */
  | { kind: 'relief'; code: string }

/** Something a network tells about an account rather than about a conversation: kept, and acted upon by its meaning. */
export interface ChannelNotice {
  type: 'channel-notice'
  network: Network
  /** Absent where the network names only the business (management webhooks of WhatsApp). */
  account?: string
  /** The network's id of the business that owns accounts (WhatsApp: the WABA), where only that is named. */
  business?: string
  /** The network's own name of the field or event. */
  topic: string
  meaning?: NoticeMeaning
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
