import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { isGroup, personHasRight } from '../group.ts'
import { showMessage } from '../show-staff.ts'
import { generalTopicId, hasTopics } from '../topic-list.ts'
import type { Person, StoredChat, World } from '../world.ts'
import { needRight, needTopic } from './find-group.ts'
import { needChatOf, needMessage, needPerson } from './find-people.ts'
import type { Content } from './read-content.ts'
import type { Route } from './route.ts'
import { editMessage, writeMessages } from './write-message.ts'

// The topic somebody writes in: that of the message they answer, where they name none.
function readPlace(world: World, chat: StoredChat, person: Person, body: Record<string, unknown>): Content {
  if (!hasTopics(world, chat)) return {}
  const replied = body.replyTo === undefined ? undefined : needMessage(chat, body.replyTo)
  const topic = needTopic(chat, body.topicId ?? replied?.topicId ?? generalTopicId)
  const mayWrite = topic.creatorId === person.id || personHasRight(chat, person.id, 'can_manage_topics')
  if (topic.closed && !mayWrite) throw new BadRequest('The topic is closed.', 409)
  return topic.id === generalTopicId ? {} : { topicId: topic.id }
}

/**
 * POST …/messages: the person writes; `bot:<username>` or any private chat is thereby started. The body is what
 * `writeMessages` reads, or `{ text }`, or `{ media, caption? }`; with `topicId` where there are topics. Answers with the message, or
 * for an album with the first one and all `messages`.
 */
const postChatMessage: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/messages$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    if (chat.blocked) throw new BadRequest('The bot is blocked: unblock it first, as in Telegram.', 409)
    const { media, ...rest } = body
    const said =
      typeof media === 'object' && media !== null ? { ...rest, ...media, caption: body.caption } : body
    const place = readPlace(ground.world, chat, person, body)
    chat.started = true
    const messages = writeMessages(ground, chat, person, said, place)
    const shown = messages.map((message) => showMessage(ground, message))
    return { status: 201, body: { ...shown[0], ...(shown.length > 1 ? { messages: shown } : {}) } }
  },
}

/** PATCH …/messages/:id: the person edits their own text or caption, or where they are; the bot gets edited_message. */
const patchMessage: Route = {
  method: 'PATCH',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/messages\/(\d+)$/,
  run({ ground, parts: [userId, chatId = '', messageId], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const message = needMessage(chat, messageId)
    if (message.fromId !== person.id)
      throw new BadRequest('Only their own messages can be edited by people.', 403)
    editMessage(ground, chat, message, body)
    return { status: 200, body: showMessage(ground, message) }
  },
}

/** DELETE …/messages/:id: gone for everybody; Telegram tells bots nothing of it. */
const deleteMessage: Route = {
  method: 'DELETE',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/messages\/(\d+)$/,
  run({ ground, parts: [userId, chatId = '', messageId] }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const message = needMessage(chat, messageId)
    if (isGroup(chat) && message.fromId !== person.id) needRight(chat, person, 'can_delete_messages')
    message.deleted = true
    announce(ground, chat, [message])
    return { status: 204 }
  },
}

export const messageRoutes: Route[] = [postChatMessage, patchMessage, deleteMessage]
