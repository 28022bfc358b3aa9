import type { StoredChat, Topic } from './world.ts'

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

/** A topic by its id, General included. */
export function findTopic(chat: StoredChat, id: number | undefined): Topic | undefined {
  return id === generalTopicId && chat.isForum
    ? generalTopic(chat)
    : chat.topics.find((known) => known.id === id)
}

// Telegram's servers cut a name that is too long and say nothing.
export const cutTopicName = (name: string): string =>
  [...name.trim()].slice(0, mostTopicNameCharacters).join('')
