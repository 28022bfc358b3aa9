import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import { findMessage } from '../find-in-world.ts'
import type { Method, MethodCall } from '../ground.ts'
import { postMessage } from '../post-message.ts'
import { findTopic } from '../topic-list.ts'
import type { StoredChat } from '../world.ts'
import { hasRight, needOpenChat } from './need-chat.ts'
import { needForum, needTopicChat } from './topics.ts'

function needPinner(call: MethodCall, chat: StoredChat): StoredChat {
  if (!hasRight(call, chat, 'can_pin_messages')) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  return chat
}

/** pinChatMessage: leaves a service message, which the bot hears of too. */
export const pinChatMessage: Method = (call) => {
  const chat = needPinner(call, needOpenChat(call))
  const message = findMessage(chat, call.params.integer('message_id') ?? 0)
  if (!message) throw badRequest('message to pin not found')
  chat.pinned = [...chat.pinned.filter((id) => id !== message.id), message.id]
  postMessage(call.ground, chat, {
    fromId: call.bot.id,
    service: { field: 'pinned_message', value: message.id },
    ...(message.topicId === undefined ? {} : { topicId: message.topicId }),
  })
  return true
}

/** unpinChatMessage: the named message, or the one pinned last. */
export const unpinChatMessage: Method = (call) => {
  const chat = needPinner(call, needOpenChat(call))
  const id = call.params.integer('message_id') ?? chat.pinned.at(-1)
  if (id === undefined || !chat.pinned.includes(id)) throw badRequest('message to unpin not found')
  chat.pinned = chat.pinned.filter((pinned) => pinned !== id)
  announce(call.ground, chat)
  return true
}

/** unpinAllChatMessages: everything that is pinned, in all topics. */
export const unpinAllChatMessages: Method = (call) => {
  const chat = needPinner(call, needOpenChat(call))
  chat.pinned = []
  announce(call.ground, chat)
  return true
}

function unpinTopic(call: MethodCall, chat: StoredChat, topicId: number | undefined): true {
  chat.pinned = chat.pinned.filter((id) => findMessage(chat, id)?.topicId !== topicId)
  announce(call.ground, chat)
  return true
}

/** unpinAllForumTopicMessages: everything that is pinned in one topic. */
export const unpinAllForumTopicMessages: Method = (call) => {
  const chat = needPinner(call, needTopicChat(call))
  const topic = findTopic(chat, call.params.integer('message_thread_id'))
  if (!topic) throw badRequest('TOPIC_ID_INVALID')
  return unpinTopic(call, chat, topic.id)
}

/** unpinAllGeneralForumTopicMessages: everything that is pinned in General. */
export const unpinAllGeneralForumTopicMessages: Method = (call) =>
  unpinTopic(call, needPinner(call, needForum(call)), undefined)
