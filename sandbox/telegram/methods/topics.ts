import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { topicIcons } from '../topic-icons.ts'
import { cutTopicName, findTopic, generalTopicId, hasTopics, topicColours } from '../topic-list.ts'
import { editTopic, openTopic, removeTopic, setTopicClosed } from '../topics.ts'
import type { StoredChat, Topic } from '../world.ts'
import { hasRight, needOpenChat } from './need-chat.ts'

/** The forum a call names. Throws 400 for any other chat. */
export function needForum(call: MethodCall): StoredChat {
  const chat = needOpenChat(call)
  if (!chat.isForum) throw badRequest('the chat is not a forum')
  return chat
}

/** The forum a call names, or the private chat with topics. Throws 400 for any other chat. */
export function needTopicChat(call: MethodCall): StoredChat {
  const chat = needOpenChat(call)
  if (!hasTopics(call.ground.world, chat)) throw badRequest('the chat is not a forum')
  return chat
}

/** Whether the bot may edit and close this topic: with the right to, or because it opened it. */
export const mayManageTopic = (call: MethodCall, chat: StoredChat, topic: Topic): boolean =>
  hasRight(call, chat, 'can_manage_topics') || topic.creatorId === call.bot.id

function needTopic(call: MethodCall): { chat: StoredChat; topic: Topic } {
  const chat = needTopicChat(call)
  const id = call.params.integer('message_thread_id') ?? 0
  if (id <= 0) throw badRequest('invalid message thread identifier specified')
  const topic = findTopic(chat, id)
  if (!topic) throw badRequest('TOPIC_ID_INVALID')
  return { chat, topic }
}

function needManagedTopic(call: MethodCall, doing: string): { chat: StoredChat; topic: Topic } {
  const found = needTopic(call)
  if (!mayManageTopic(call, found.chat, found.topic)) throw badRequest(`not enough rights to ${doing}`)
  return found
}

/**
 * createForumTopic: a name of 1 to 128 characters (longer ones are cut) and one of six colours. Needs
 * can_manage_topics in a forum, and nothing in a private chat with topics. Counts as a message, for it leaves one.
 */
export const createForumTopic: Method = (call) => {
  const { ground, bot, params } = call
  const chat = needTopicChat(call)
  if (!hasRight(call, chat, 'can_manage_topics')) throw badRequest('not enough rights to create a topic')
  const name = cutTopicName(params.string('name') ?? '')
  if (name === '') throw badRequest('title must be non-empty')
  const iconColor = params.integer('icon_color') ?? 7322096
  if (!topicColours.includes(iconColor)) throw badRequest('invalid icon color specified')
  const emoji = params.string('icon_custom_emoji_id')
  ground.rates.take(bot, chat)
  const topic = openTopic(ground, chat, bot.id, { name, iconColor, ...(emoji ? { emoji } : {}) })
  return {
    message_thread_id: topic.id,
    name,
    icon_color: iconColor,
    ...(emoji ? { icon_custom_emoji_id: emoji } : {}),
  }
}

/** editForumTopic: another name or icon. Throws TOPIC_NOT_MODIFIED when nothing would change. Counts as a message. */
export const editForumTopic: Method = (call) => {
  const { ground, bot, params } = call
  const { chat, topic } = needManagedTopic(call, 'edit the topic')
  const given = params.string('name') ?? ''
  const name = cutTopicName(given)
  if (given !== '' && name === '') throw badRequest('title must be non-empty')
  const emoji = params.string('icon_custom_emoji_id')
  // Nothing asked for is nothing done, and no error.
  if (name === '' && emoji === undefined) return true
  ground.rates.take(bot, chat)
  if (!editTopic(ground, chat, topic, bot.id, { name, emoji })) throw badRequest('TOPIC_NOT_MODIFIED')
  return true
}

function setClosed(closed: boolean): Method {
  return (call) => {
    // Topics of private chats cannot be closed.
    needForum(call)
    const { chat, topic } = needManagedTopic(call, 'close or open the topic')
    call.ground.rates.take(call.bot, chat)
    if (!setTopicClosed(call.ground, chat, topic, call.bot.id, closed)) throw badRequest('TOPIC_NOT_MODIFIED')
    return true
  }
}

export const closeForumTopic = setClosed(true)
export const reopenForumTopic = setClosed(false)

/** deleteForumTopic: the topic and all its messages; needs can_delete_messages. Nobody is told of it. */
export const deleteForumTopic: Method = (call) => {
  const { chat, topic } = needTopic(call)
  if (!hasRight(call, chat, 'can_delete_messages')) throw badRequest('not enough rights to delete the topic')
  if (topic.id === generalTopicId) throw badRequest('TOPIC_ID_INVALID')
  removeTopic(call.ground, chat, topic.id)
  return true
}

/** getForumTopicIconStickers: the custom emoji that may be a topic's icon. */
export const getForumTopicIconStickers: Method = () =>
  [...topicIcons].map(([id, emoji]) => ({
    file_id: `CAACAgIAAxUAAW${id}`,
    file_unique_id: `AgAD${id.slice(-8)}`,
    type: 'custom_emoji',
    width: 100,
    height: 100,
    is_animated: true,
    is_video: false,
    emoji,
    set_name: 'Topics',
    custom_emoji_id: id,
  }))
