import type { Entity } from './text/entity.ts'

export interface Person {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode: string
  colour: string
  /** Writes to bots as a customer: not on the staff, and shown on a phone of their own. */
  isCustomer?: true
  /** Deleted their account: nothing reaches them any more. */
  isDeactivated?: true
  /** Has a business account, so customers write to it and a bot may be connected. */
  isBusiness?: true
  /** Messages of the chats in which a connected bot answers for this account are numbered together. */
  nextMessageId?: number
}

export interface BotCommand {
  command: string
  description: string
}

export interface Webhook {
  url: string
  secretToken?: string
  maxConnections: number
  lastErrorAt?: number
  lastError?: string
}

export interface BotAccount {
  id: number
  token: string
  username: string
  firstName: string
  webhook?: Webhook
  /** Undefined: everything but chat_member and the reactions. */
  allowedUpdates?: string[]
  /** By scope and language: `default:fr`, `chat:-100…:`. */
  commands: Record<string, BotCommand[]>
  /** Names, descriptions and menu buttons by method argument, as set by the bot. */
  profile: Record<string, unknown>
  nextMessageId: number
  /** Topics in its private chats, as BotFather's "Threaded Mode" turns them on. */
  hasTopics?: true
  /** Where it has topics: only the bot itself makes and deletes them. */
  forbidsUserTopics?: true
  /** Where its main Mini App is, which links `?startapp` open; BotFather sets it up. */
  mainWebApp?: string
  /** Customers have a chat with it, and accounts may connect it to their business; the staff see nothing of it. */
  forCustomers?: true
}

/** An account that lets a bot answer for it. Each connecting makes a new id. */
export interface BusinessConnection {
  id: string
  ownerId: number
  botId: number
  /** Milliseconds since the epoch. */
  at: number
  enabled: boolean
  /** As the Bot API names them: `can_reply`, `can_read_messages`… */
  rights: Record<string, boolean>
}

export interface Media {
  kind: 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'sticker' | 'animation' | 'video_note'
  fileKey: string
  width?: number
  height?: number
  duration?: number
  title?: string
}

export interface Button {
  text: string
  callback_data?: string
  url?: string
  web_app?: { url: string }
  [other: string]: unknown
}

export interface Location {
  latitude: number
  longitude: number
  /** A live location: for how many seconds it is kept up to date. */
  live_period?: number
  heading?: number
}

export interface Contact {
  phone_number: string
  first_name: string
  last_name?: string
  /** The account that the number belongs to; only then is it known to be theirs. */
  user_id?: number
  vcard?: string
}

export interface StoredMessage {
  id: number
  fromId: number
  /** Written by an administrator who stays anonymous: the group's title stands for the name. */
  asGroup?: string
  /** Milliseconds since the epoch. */
  at: number
  editedAt?: number
  topicId?: number
  text?: string
  entities?: Entity[]
  caption?: string
  captionEntities?: Entity[]
  media?: Media
  location?: Location
  contact?: Contact
  /** Fields of the Bot API's Message that are only passed on: a venue, a poll, a dice, what nobody knows yet. */
  other?: Record<string, unknown>
  mediaGroupId?: string
  buttons?: Button[][]
  /** Other kinds of reply_markup: a keyboard, its removal, a forced reply. */
  replyMarkup?: Record<string, unknown>
  replyTo?: number
  /** The part of the other message that this one answers. */
  quote?: { text: string; position: number; is_manual: boolean }
  /** The bot that sent this for the account it is connected to. */
  viaBusinessBot?: number
  /** Sent with disable_notification: it came without a sound. */
  silent?: true
  /** Sent by the account itself while its owner was away: a greeting or an away message. */
  isFromOffline?: true
  /** The Bot API's forward_origin. */
  forwardOrigin?: Record<string, unknown>
  reactions: { from: number; emoji: string }[]
  /** A service message: the field of the Bot API's Message and its value. */
  service?: { field: string; value: unknown }
  deleted?: boolean
}

export interface Topic {
  id: number
  name: string
  iconColor: number
  iconCustomEmojiId?: string
  closed: boolean
  /** Whoever opened it may edit and close it without being an administrator. Absent for General and from older state. */
  creatorId?: number
  /** Only General can be hidden. */
  hidden?: true
}

/** What an administrator of a group may do, if it is a person. */
export interface PersonStanding {
  rights: Record<string, boolean>
  isAnonymous?: true
}

/** A link by which people come into a group. */
export interface InviteLink {
  /** `https://t.me/+…` */
  link: string
  /** The bot that made it: each sees its own only. */
  creatorId: number
  name?: string
  /** Seconds since the epoch. */
  expiresAt?: number
  memberLimit?: number
  joined: number
  revoked?: true
}

/** A bot's standing in a group. */
export interface BotStanding {
  status: 'administrator' | 'member' | 'kicked' | 'left'
  rights: Record<string, boolean>
}

export interface StoredChat {
  /** `private:<bot>:<user>`, `business:<owner>:<customer>` or `group:<chat>`. */
  key: string
  /** As the Bot API sees it: the user's id (the customer's, of a business chat), or a group's negative id. */
  id: number
  /** `group`: a small one without topics, until it is upgraded. */
  type: 'private' | 'group' | 'supergroup'
  title?: string
  isForum: boolean
  /** Two people's own chat: whose business account it belongs to. No bot is in it; one may be connected. */
  ownerId?: number
  /** What the connected bot marked as read for the account: up to this message. */
  readUpTo?: number
  /** Private: the one user. Group: the creator first. */
  members: number[]
  bots: Record<string, BotStanding>
  /** The people who are administrators beside the creator, by id; the creator stands here only to be anonymous. */
  administrators?: Record<string, PersonStanding>
  /** People who were thrown out of the group and may not come back by themselves. */
  banned?: number[]
  inviteLinks?: InviteLink[]
  /** A group that was upgraded: the supergroup that took its place. */
  migratedTo?: number
  /** Private: the user has written to the bot at least once. */
  started: boolean
  blocked: boolean
  topics: Topic[]
  /** The topic General, once something about it was changed. */
  general?: Topic
  messages: StoredMessage[]
  pinned: number[]
  nextMessageId: number
}

/** Everything that exists in the simulated Telegram. Plain data, so that it can be kept in a file. */
export interface World {
  people: Map<number, Person>
  bots: Map<number, BotAccount>
  chats: Map<string, StoredChat>
  /** By the owner's id: an account has at most one connected bot. */
  connections: Map<number, BusinessConnection>
  nextUserId: number
  nextGroupId: number
  nextUpdateId: number
}

export function createWorld(): World {
  return {
    people: new Map(),
    bots: new Map(),
    chats: new Map(),
    connections: new Map(),
    nextUserId: 6_100_000_001,
    nextGroupId: -1_002_000_000_001,
    nextUpdateId: 100_000_001,
  }
}
