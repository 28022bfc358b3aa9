import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { postMessage } from '../post-message.ts'
import type { StoredChat, Topic } from '../world.ts'
import { hasRight, needOpenChat } from './need-chat.ts'

const iconColours = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]
const mostNameCharacters = 128

function needForum(call: MethodCall, doing: string): StoredChat {
  const chat = needOpenChat(call)
  if (!chat.isForum) throw badRequest('the chat is not a forum')
  if (!hasRight(call, chat, 'can_manage_topics')) throw badRequest(`not enough rights to ${doing}`)
  return chat
}

function needTopic(call: MethodCall, doing: string): { chat: StoredChat; topic: Topic } {
  const chat = needForum(call, doing)
  const id = call.params.integer('message_thread_id')
  const topic = chat.topics.find((known) => known.id === id)
  if (!topic) throw badRequest('TOPIC_ID_INVALID')
  return { chat, topic }
}

// Telegram's servers cut a name that is too long and say nothing.
function cutName(name: string): string {
  return [...name.trim()].slice(0, mostNameCharacters).join('')
}

function tell(call: MethodCall, chat: StoredChat, topic: Topic, field: string, value: unknown) {
  postMessage(call.ground, chat, { fromId: call.bot.id, topicId: topic.id, service: { field, value } })
}

/**
 * createForumTopic: a name of 1 to 128 characters (longer ones are cut) and one of six colours. Needs
 * can_manage_topics.
 */
export const createForumTopic: Method = (call) => {
  const { params } = call
  const name = cutName(params.string('name') ?? '')
  if (name === '') throw badRequest('topic name must be non-empty')
  const chat = needForum(call, 'create a topic')
  const iconColor = params.integer('icon_color') ?? 7322096
  if (!iconColours.includes(iconColor)) throw badRequest('invalid icon color specified')
  const emoji = params.string('icon_custom_emoji_id')
  const icon = { icon_color: iconColor, ...(emoji ? { icon_custom_emoji_id: emoji } : {}) }
  // The topic must exist before its first message is shown, so its id is read ahead.
  const topic: Topic = {
    id: chat.nextMessageId,
    name,
    iconColor,
    closed: false,
    ...(emoji ? { iconCustomEmojiId: emoji } : {}),
  }
  chat.topics.push(topic)
  tell(call, chat, topic, 'forum_topic_created', { name, ...icon })
  return { message_thread_id: topic.id, name, ...icon }
}

/** editForumTopic: another name or icon. Throws TOPIC_NOT_MODIFIED when nothing would change. */
export const editForumTopic: Method = (call) => {
  const { chat, topic } = needTopic(call, 'edit the topic')
  const name = cutName(call.params.string('name') ?? '')
  const emoji = call.params.string('icon_custom_emoji_id')
  const newName = name !== '' && name !== topic.name
  const newIcon = emoji !== undefined && emoji !== (topic.iconCustomEmojiId ?? '')
  if (!newName && !newIcon) throw badRequest('TOPIC_NOT_MODIFIED')
  if (newName) topic.name = name
  if (newIcon) topic.iconCustomEmojiId = emoji
  tell(call, chat, topic, 'forum_topic_edited', {
    ...(newName ? { name } : {}),
    ...(newIcon ? { icon_custom_emoji_id: emoji } : {}),
  })
  return true
}

function setClosed(closed: boolean): Method {
  return (call) => {
    const { chat, topic } = needTopic(call, closed ? 'close the topic' : 'reopen the topic')
    if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED')
    topic.closed = closed
    tell(call, chat, topic, closed ? 'forum_topic_closed' : 'forum_topic_reopened', {})
    return true
  }
}

export const closeForumTopic = setClosed(true)
export const reopenForumTopic = setClosed(false)

/** deleteForumTopic: the topic and all its messages. Nobody is told of it. */
export const deleteForumTopic: Method = (call) => {
  const chat = needForum(call, 'delete the topic')
  if (!hasRight(call, chat, 'can_delete_messages')) throw badRequest('not enough rights to delete the topic')
  const { topic } = needTopic(call, 'delete the topic')
  removeTopic(call.ground, chat, topic.id)
  return true
}

/** Takes a topic out of its chat with all its messages. */
export function removeTopic(ground: MethodCall['ground'], chat: StoredChat, topicId: number): void {
  chat.topics = chat.topics.filter((topic) => topic.id !== topicId)
  const gone = chat.messages.filter((message) => message.topicId === topicId)
  for (const message of gone) message.deleted = true
  announce(ground, chat, gone)
}
