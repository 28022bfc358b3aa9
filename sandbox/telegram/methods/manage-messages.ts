import { announce } from '../announce.ts'
import { badRequest } from '../api-error.ts'
import { findMessage } from '../find-in-world.ts'
import type { Method, MethodCall } from '../ground.ts'
import { presentAnyone } from '../present-user.ts'
import type { StoredChat, StoredMessage } from '../world.ts'
import { hasRight, needChat, needOpenChat } from './need-chat.ts'
import { prepareSend } from './prepare-send.ts'
import { readCaption } from './send-media.ts'

const twoDaysMs = 48 * 60 * 60_000

function mayDelete(call: MethodCall, chat: StoredChat, message: StoredMessage): boolean {
  const young = Date.now() - message.at < twoDaysMs
  // The message that opens a topic goes only with the topic.
  if (message.service?.field === 'forum_topic_created') return false
  if (chat.type === 'private') return young
  if (hasRight(call, chat, 'can_delete_messages')) return true
  return message.fromId === call.bot.id && young
}

function remove(call: MethodCall, chat: StoredChat, messages: StoredMessage[]) {
  for (const message of messages) message.deleted = true
  announce(call.ground, chat, messages)
}

/**
 * deleteMessage: own ones and, with the right, others'; within 48 hours. Does not count against the rates.
 */
export const deleteMessage: Method = (call) => {
  const chat = needOpenChat(call)
  const message = findMessage(chat, call.params.integer('message_id') ?? 0)
  if (!message) throw badRequest('message to delete not found')
  if (!mayDelete(call, chat, message)) throw badRequest("message can't be deleted for everyone")
  remove(call, chat, [message])
  return true
}

/** deleteMessages: up to 100 ids; those that cannot be found or deleted are passed over. */
export const deleteMessages: Method = (call) => {
  const ids = call.params.json('message_ids')
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  const chat = needOpenChat(call)
  const found = ids.map((id) => findMessage(chat, Number(id))).filter((message) => message !== undefined)
  remove(
    call,
    chat,
    found.filter((message) => mayDelete(call, chat, message)),
  )
  return true
}

function needSource(call: MethodCall, verb: 'copy' | 'forward'): StoredMessage {
  const source = needChat(call, 'from_chat_id')
  const message = findMessage(source, call.params.integer('message_id') ?? 0)
  if (!message) throw badRequest(`message to ${verb} not found`)
  if (message.service)
    throw badRequest(verb === 'copy' ? "message can't be copied" : "message can't be forwarded")
  return message
}

function contentOf(message: StoredMessage): Partial<StoredMessage> {
  const { text, entities, caption, captionEntities, media, location, contact } = message
  const content = { text, entities, caption, captionEntities, media, location, contact }
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined))
}

/** copyMessage: the content without its origin; answers with the new id alone. */
export const copyMessage: Method = (call) => {
  const source = needSource(call, 'copy')
  const prepared = prepareSend(call)
  const caption = source.media && call.params.string('caption') !== undefined ? readCaption(call.params) : {}
  return { message_id: prepared.send({ ...contentOf(source), ...caption }).message_id }
}

/** forwardMessage: the content with forward_origin. */
export const forwardMessage: Method = (call) => {
  const source = needSource(call, 'forward')
  const forwardOrigin = source.forwardOrigin ?? {
    type: 'user',
    sender_user: presentAnyone(call.ground.world, source.fromId),
    date: Math.floor(source.at / 1000),
  }
  return prepareSend(call).send({ ...contentOf(source), forwardOrigin })
}
