import { isGroup } from './group.ts'
import type { BotAccount, Person, StoredChat, StoredMessage, World } from './world.ts'

export function isBot(world: World, id: number): boolean {
  return world.bots.has(id)
}

export function privateKey(botId: number, userId: number): string {
  return `private:${botId}:${userId}`
}

/** The private chat of a bot and a user, made when it is first asked for. */
export function privateChat(world: World, bot: BotAccount, person: Person): StoredChat {
  const key = privateKey(bot.id, person.id)
  const known = world.chats.get(key)
  if (known) return known
  const chat: StoredChat = {
    key,
    id: person.id,
    type: 'private',
    isForum: false,
    members: [person.id],
    bots: { [bot.id]: { status: 'member', rights: {} } },
    started: false,
    blocked: false,
    topics: [],
    messages: [],
    pinned: [],
    nextMessageId: 1,
  }
  world.chats.set(key, chat)
  return chat
}

/** The chat of a business account with a customer, made when it is first asked for. */
export function businessChat(world: World, owner: Person, customer: Person): StoredChat {
  const key = `business:${owner.id}:${customer.id}`
  const known = world.chats.get(key)
  if (known) return known
  const chat: StoredChat = {
    key,
    id: customer.id,
    type: 'private',
    isForum: false,
    ownerId: owner.id,
    members: [customer.id],
    bots: {},
    started: true,
    blocked: false,
    topics: [],
    messages: [],
    pinned: [],
    nextMessageId: 1,
  }
  world.chats.set(key, chat)
  return chat
}

/** The chat that a bot means by an id: its own private chat with that user, or a group. */
export function chatForBot(world: World, bot: BotAccount, chatId: number): StoredChat | undefined {
  const person = world.people.get(chatId)
  return person ? privateChat(world, bot, person) : world.chats.get(`group:${chatId}`)
}

/**
 * Whoever counts the messages of a chat. Private chats of one bot share their numbers, so an id never means two messages to
 * it; so do the chats of one business account.
 */
function counterOf(world: World, chat: StoredChat): { nextMessageId?: number } {
  if (isGroup(chat)) return chat
  const owner = chat.ownerId === undefined ? undefined : world.people.get(chat.ownerId)
  if (owner) return owner
  const bot = world.bots.get(Number(Object.keys(chat.bots)[0]))
  if (!bot) throw new Error(`The chat ${chat.key} has no bot.`)
  return bot
}

/** The id that the next message of a chat will have. */
export const nextMessageId = (world: World, chat: StoredChat): number =>
  counterOf(world, chat).nextMessageId ?? 1

/** The next message id of a chat, which is used up thereby. */
export function takeMessageId(world: World, chat: StoredChat): number {
  const id = nextMessageId(world, chat)
  counterOf(world, chat).nextMessageId = id + 1
  return id
}

export function findMessage(chat: StoredChat, messageId: number): StoredMessage | undefined {
  // From the end, for what is asked about is nearly always recent.
  const message = chat.messages.findLast((kept) => kept.id === messageId)
  return message?.deleted ? undefined : message
}
