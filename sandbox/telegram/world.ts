import type { Entity } from './text/entity.ts'

export interface Person {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode: string
  colour: string
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
}

export interface Media {
  kind: 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'sticker' | 'animation'
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
}

export interface StoredMessage {
  id: number
  fromId: number
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
  contact?: { phone_number: string; first_name: string; user_id?: number }
  mediaGroupId?: string
  buttons?: Button[][]
  /** Other kinds of reply_markup: a keyboard, its removal, a forced reply. */
  replyMarkup?: Record<string, unknown>
  replyTo?: number
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
}

/** A bot's standing in a group. */
export interface BotStanding {
  status: 'administrator' | 'member' | 'kicked' | 'left'
  rights: Record<string, boolean>
}

export interface StoredChat {
  /** `private:<bot>:<user>` or `group:<chat>`. */
  key: string
  /** As the Bot API sees it: the user's id, or a group's negative id. */
  id: number
  type: 'private' | 'supergroup'
  title?: string
  isForum: boolean
  /** Private: the one user. Group: the creator first. */
  members: number[]
  bots: Record<string, BotStanding>
  /** Private: the user has written to the bot at least once. */
  started: boolean
  blocked: boolean
  topics: Topic[]
  messages: StoredMessage[]
  pinned: number[]
  nextMessageId: number
}

/** Everything that exists in the simulated Telegram. Plain data, so that it can be kept in a file. */
export interface World {
  people: Map<number, Person>
  bots: Map<number, BotAccount>
  chats: Map<string, StoredChat>
  nextUserId: number
  nextGroupId: number
  nextUpdateId: number
}

export function createWorld(): World {
  return {
    people: new Map(),
    bots: new Map(),
    chats: new Map(),
    nextUserId: 6_100_000_001,
    nextGroupId: -1_002_000_000_001,
    nextUpdateId: 100_000_001,
  }
}
