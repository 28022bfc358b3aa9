import { announce } from './announce.ts'
import { nextMessageId } from './find-in-world.ts'
import type { Ground } from './ground.ts'
import { postMessage } from './post-message.ts'
import { generalTopic, generalTopicId } from './topic-list.ts'
import type { StoredChat, Topic } from './world.ts'

function tell(ground: Ground, chat: StoredChat, topic: Topic, byId: number, field: string, value: unknown) {
  const place = topic.id === generalTopicId ? {} : { topicId: topic.id }
  postMessage(ground, chat, { fromId: byId, ...place, service: { field, value } })
}

/** Somebody, person or bot, opens a topic; its first message, whose id is the topic's, says so to all. */
export function openTopic(
  ground: Ground,
  chat: StoredChat,
  byId: number,
  { name, iconColor, emoji }: { name: string; iconColor: number; emoji?: string },
): Topic {
  // The topic must exist before its first message is shown, so its id is read ahead.
  const topic: Topic = {
    id: nextMessageId(ground.world, chat),
    name,
    iconColor,
    closed: false,
    creatorId: byId,
    ...(emoji ? { iconCustomEmojiId: emoji } : {}),
  }
  chat.topics.push(topic)
  tell(ground, chat, topic, byId, 'forum_topic_created', {
    name,
    icon_color: iconColor,
    ...(emoji ? { icon_custom_emoji_id: emoji } : {}),
  })
  return topic
}

/** Another name, another icon ('' takes it away). False, and nothing is told, where nothing would change. */
export function editTopic(
  ground: Ground,
  chat: StoredChat,
  topic: Topic,
  byId: number,
  { name, emoji }: { name?: string | undefined; emoji?: string | undefined },
): boolean {
  const newName = name && name !== topic.name ? { name } : {}
  const newIcon =
    emoji !== undefined && emoji !== (topic.iconCustomEmojiId ?? '') ? { icon_custom_emoji_id: emoji } : {}
  const change = { ...newName, ...newIcon }
  if (Object.keys(change).length === 0) return false
  if ('name' in newName) topic.name = newName.name
  if ('icon_custom_emoji_id' in newIcon) topic.iconCustomEmojiId = newIcon.icon_custom_emoji_id
  tell(ground, chat, topic, byId, 'forum_topic_edited', change)
  return true
}

/** Closes or opens a topic; General comes out of hiding when it opens. False where it is so already. */
export function setTopicClosed(
  ground: Ground,
  chat: StoredChat,
  topic: Topic,
  byId: number,
  closed: boolean,
): boolean {
  if (topic.closed === closed) return false
  topic.closed = closed
  if (!closed) delete topic.hidden
  tell(ground, chat, topic, byId, closed ? 'forum_topic_closed' : 'forum_topic_reopened', {})
  return true
}

/** Hides General, which closes it too, or shows it again. False where it is so already. */
export function setGeneralHidden(ground: Ground, chat: StoredChat, byId: number, hidden: boolean): boolean {
  const topic = generalTopic(chat)
  if ((topic.hidden === true) === hidden) return false
  if (hidden) Object.assign(topic, { hidden: true, closed: true })
  else delete topic.hidden
  const field = hidden ? 'general_forum_topic_hidden' : 'general_forum_topic_unhidden'
  tell(ground, chat, topic, byId, field, {})
  return true
}

/** Takes a topic out of its chat with all its messages. Telegram tells bots nothing of it. */
export function removeTopic(ground: Ground, chat: StoredChat, topicId: number): void {
  chat.topics = chat.topics.filter((topic) => topic.id !== topicId)
  const gone = chat.messages.filter((message) => message.topicId === topicId)
  for (const message of gone) message.deleted = true
  const goneIds = new Set(gone.map(({ id }) => id))
  chat.pinned = chat.pinned.filter((id) => !goneIds.has(id))
  announce(ground, chat, gone)
}
