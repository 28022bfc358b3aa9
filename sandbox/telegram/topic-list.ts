import type { BotAccount, StoredChat, Topic, World } from './world.ts'

/** The colours that a topic's icon may have, as the Bot API lists them. */
export const topicColours = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

export const mostTopicNameCharacters = 128

/** General has this id in the lists of topics and none in messages. */
export const generalTopicId = 1

/** A forum's General topic. */
export function generalTopic(chat: StoredChat): Topic {
  chat.general ??= { id: generalTopicId, name: 'General', iconColor: 0x8d99ae, closed: false }
  return chat.general
}

/** The bot of a private chat; undefined for groups, and for chats of a business with its customers. */
const botOf = (world: World, chat: StoredChat): BotAccount | undefined =>
  chat.type === 'private' ? world.bots.get(Number(Object.keys(chat.bots)[0])) : undefined

/** Whether a chat has topics: a forum, or a private chat with a bot that has them there. */
export const hasTopics = (world: World, chat: StoredChat): boolean =>
  chat.isForum || botOf(world, chat)?.hasTopics === true

/** Whether the person of a private chat may make topics there and delete them. */
export const mayUserMakeTopics = (world: World, chat: StoredChat): boolean =>
  hasTopics(world, chat) && botOf(world, chat)?.forbidsUserTopics === undefined

/** A topic by its id, General included: in a private chat what stands in no topic. */
export function findTopic(chat: StoredChat, id: number | undefined): Topic | undefined {
  return id === generalTopicId && (chat.isForum || chat.type === 'private')
    ? generalTopic(chat)
    : chat.topics.find((known) => known.id === id)
}

// Telegram's servers cut a name that is too long and say nothing.
export const cutTopicName = (name: string): string =>
  [...name.trim()].slice(0, mostTopicNameCharacters).join('')
