import type {
  FileKind,
  IdentityClaim,
  InboundAttachment,
  InboundMessage,
  Network,
  NetworkFailure,
  Person,
} from './inbound-item.ts'
import type { OutboundContent } from './outbound-content.ts'

/** What core asks a network to carry to a customer. */
export interface OutboundMessage {
  /** Our id; the network echoes it in delivery states where it can, so that a lost answer can be reconciled. */
  id: string
  content: OutboundContent
  /** External id of the message that this one answers. */
  replyTo?: string
  /** Every identity of the person that this network may use as an address, strongest first. */
  recipient: IdentityClaim[]
  /**
   * `window`: inside the network's reply window. `human-agent`: after it, within the longer time that the network
   * grants to answers that a person wrote. `comment`: the one private answer to the comment in `replyTo`.
   */
  within: 'window' | 'human-agent' | 'comment'
}

/** The business's account that is used, with its secret opened. Never log it. */
export interface UsedAccount {
  externalId: string
  token: string
  /** Plain facts kept with the account: `businessAccountId`, `connectionId`, … */
  settings: Record<string, string>
}

/**
 * How a send ended.
 * - `sent`: the network took it and gave it an id.
 * - `refused-for-now`: nothing was sent; try again, not before `afterMs` where the network says so. `holds` says what
 *   the network found too much: `account`, then everything of the account waits as long; `person`, then this
 *   conversation waits four times as long after each refusal. Absent: only this message is tried again, after a while.
 * - `refused`: nothing was sent and trying again would not help.
 * - `channel-stopped`: nothing was sent and nothing can be until a person mends the account (token, billing).
 * - `unconfirmed`: the network may or may not have taken it. Never send again without asking a person.
 */
export type SendOutcome =
  | { outcome: 'sent'; externalId: string; recipient?: IdentityClaim[] }
  | { outcome: 'refused-for-now'; failure: NetworkFailure; afterMs?: number; holds?: 'account' | 'person' }
  | { outcome: 'refused'; failure: NetworkFailure }
  | { outcome: 'channel-stopped'; failure: NetworkFailure }
  | { outcome: 'unconfirmed'; failure: NetworkFailure }

/**
 * How sending an album ended: of all its messages alike.
 * - `sent`: with the id of each message, in their order.
 * - `not-as-one`: nothing was sent, and by itself each of them may be; a file that the network does not take fails alone then.
 */
export type AlbumOutcome =
  | { outcome: 'sent'; externalIds: string[] }
  | { outcome: 'not-as-one'; failure: NetworkFailure }
  | Exclude<SendOutcome, { outcome: 'sent' }>

/** How a network takes several files as one album, in which each is a message with an id of its own. */
export interface Albums {
  /** Messages of one album, and the bytes of all their files: one call has to end as soon as that of a single message. */
  max: number
  maxBytes: number
  /** Kinds of file that may stand in one album; what is in none of them goes by itself. */
  together: readonly (readonly FileKind[])[]
  /** Sends two messages and more, each with a file, as `ChannelPort.send` does one: in one call, so that all are sent or none. */
  send(account: UsedAccount, messages: readonly OutboundMessage[]): Promise<AlbumOutcome>
}

/** How asking a network for something ended; asking changes nothing there and may always be done again. */
export type Asked<Value> =
  | { outcome: 'found'; value: Value }
  | { outcome: 'later'; failure: NetworkFailure; afterMs?: number }
  | { outcome: 'gone'; failure: NetworkFailure }
  | { outcome: 'channel-stopped'; failure: NetworkFailure }

/** Where a file can be downloaded. */
export type MediaSource = WebSource | UploadSource

/** A file that came with its call and is in our store already; the id is the one it was kept under. */
export interface UploadSource {
  upload: string
  mime?: string
  fileName?: string
  size?: number
}

export interface WebSource {
  url: string
  /** Sent to the hosts in `tokenOrigins` only, never across a redirect to another one. */
  headers?: Record<string, string>
  /** Origins (`https://lookaside.fbsbx.com`) that may see `headers`. */
  tokenOrigins: string[]
  /** Origins that the operator named himself (the API's root): the only ones allowed on a private address. */
  trustedOrigins: string[]
  mime?: string
  fileName?: string
  size?: number
}

/** What a person gives to connect an account, or to renew its token. Never log it. */
export interface GivenAccess {
  token: string
  /** The account's id, where the network cannot tell it from the token, or where that very account is meant. */
  externalId?: string
  /** What else was asked: `businessAccountId`. Of a connected account: its settings. */
  settings: Record<string, string>
}

/** An account that a token opens, as the network itself told. */
export interface FoundAccount {
  externalId: string
  /** What it is called there: shown before it is connected, and its name from then on. */
  name: string
  /** The token to keep: the one that was given, or the account's own that was got with it. */
  token: string
  settings: Record<string, string>
  /** For the person to recognise it by: `displayNumber`, `displayName`, `username`. */
  facts: Record<string, string>
  /** What would not work, or would change elsewhere; it can be connected all the same. */
  warnings: { code: string; detail?: string }[]
}

/** A message template as the network knows it. */
export interface NetworkTemplate {
  externalId: string
  name: string
  /** The network's language code: `en_US`. */
  language: string
  category: string
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, … in the network's word. */
  status: string
  quality?: string
  reason?: string
  /** The network's own components: header, body, footer, buttons. */
  components: unknown[]
}

/** How an account stands, as the network tells when asked. */
export interface AccountCheck {
  /** When the token ends; absent: never, or unknown. */
  tokenExpiresAt?: Date
  /** Whether the network delivers this account's events to us; `mended`: it did not, and was subscribed again. */
  subscription: 'subscribed' | 'mended' | 'missing' | 'unknown'
  /** Shown in the account's health: `quality`, `limit`, `displayName`, … */
  facts: Record<string, string>
  /** What is wrong and needs a person. */
  dangers: { code: string; title: string; detail?: string }[]
}

/** A network's throughput, kept over all processes. */
export interface ChannelPace {
  /** Messages of one account. */
  perSecond: number
  /** Messages to one person: one every so many milliseconds, of which so many may be borrowed at once. */
  person?: { everyMs: number; burst: number }
}

/** What may be sent as one file of a kind. */
export interface FileLimit {
  maxBytes: number
  /** Content types that the network takes; absent: any. */
  mimes?: readonly string[]
}

/** Answers to choose from under one text: how many, how long each may be, and the text, in characters. */
export interface ChoiceLimit {
  max: number
  title: number
  /** Absent: as long as any text. */
  body?: number
}

export interface ChannelLimits {
  /** The longest text of one message. Longer ones are split at word borders. */
  text: { max: number; unit: 'characters' | 'bytes' }
  /** The longest caption, in characters; 0: files carry none, and it is sent as a text after the file. */
  caption: number
  /** The kinds of file that can be sent; others are refused before they are queued, or sent as `document`. */
  files: Partial<Record<FileKind, FileLimit>>
  /** Absent: choices are never shown as buttons there, or as a list. */
  buttons?: ChoiceLimit
  rows?: ChoiceLimit
}

/** One network's rules and hands, given to core by the composition root. */
export interface ChannelPort {
  network: Network
  /** What this network can carry; empty for lead sources, which cannot be answered. */
  can: ReadonlySet<OutboundContent['kind']>
  /** How long after the customer's last message free content may be sent, in hours; undefined: always. */
  replyWindowHours?: number
  /** The longer time for answers that a person wrote (Meta's HUMAN_AGENT), in hours. */
  humanAgentHours?: number
  limits: ChannelLimits
  /** Of an ordinary account. */
  pace: ChannelPace
  /** Of an account that the network says such facts of (`AccountCheck.facts`), where that makes a difference. */
  paceOf?(facts: Record<string, unknown>): ChannelPace
  /**
   * Sends one message. Never throws for a network's reasons; always settles within `sendDeadlineMs` of the bytes of its
   * file: 15 s, and up to 45 s with a large one. Where more than one call is needed, they share that time.
   */
  send(account: UsedAccount, message: OutboundMessage): Promise<SendOutcome>
  /** Absent: the files of an album go message by message. */
  albums?: Albums
  /** Tells the customer that his messages up to this one were seen, or that somebody is typing. Best effort. */
  markSeen?(
    account: UsedAccount,
    seen: { externalId: string; recipient: IdentityClaim[]; typing: boolean },
  ): Promise<void>
  /** Where the file of an attachment can be downloaded now. */
  fetchMedia?(account: UsedAccount, file: InboundAttachment): Promise<Asked<MediaSource>>
  /** Name, username, language and the like of a person. */
  fetchProfile?(
    account: UsedAccount,
    recipient: IdentityClaim[],
  ): Promise<Asked<Pick<Person, 'identities' | 'name' | 'language'>>>
  /** The lead that a notification named, as a message of kind `form`. */
  fetchLead?(
    account: UsedAccount,
    request: { externalId: string; data: Record<string, string> },
  ): Promise<Asked<InboundMessage>>
  /**
   * The leads since a moment, for the back-fill after an outage, page by page. The first that is no page ends the list,
   * and means that it is not whole.
   */
  listLeads?(account: UsedAccount, since: Date): AsyncIterable<Asked<InboundMessage[]>>
  /**
   * Which accounts a token opens, before anything of it is kept or changed at the network. An answer without any means
   * that the token is good and opens none. Absent: accounts of this network are not connected by a token.
   */
  identify?(given: GivenAccess): Promise<Asked<FoundAccount[]>>
  /** Before the account's secret is deleted: the network shall deliver to us no more. Best effort, where it is safe. */
  release?(account: UsedAccount): Promise<void>
  /** Looks after the account: token, subscription (and subscribes again where it is missing), facts. */
  check?(account: UsedAccount): Promise<Asked<AccountCheck>>
  listTemplates?(account: UsedAccount): Promise<Asked<NetworkTemplate[]>>
  /** Submits a template for approval. */
  createTemplate?(
    account: UsedAccount,
    template: Omit<NetworkTemplate, 'externalId' | 'status' | 'quality' | 'reason'>,
  ): Promise<Asked<{ externalId: string; status: string; category: string }>>
}
