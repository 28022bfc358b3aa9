import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { dispatchMessage, postMessage } from '../post-message.ts'
import { showMessage } from '../show-staff.ts'
import { findEntities } from '../text/find-entities.ts'
import { needChatOf, needMessage, needPerson, needText } from './find-people.ts'
import { type Content, readContent, textContent } from './read-content.ts'
import type { Route } from './route.ts'

/** POST …/messages: the person writes; `bot:<username>` or any private chat is thereby started. */
const postChatMessage: Route = {
  method: 'POST',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/messages$/,
  run({ ground, parts: [userId, chatId = ''], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    if (chat.blocked) throw new BadRequest('The bot is blocked: unblock it first, as in Telegram.', 409)
    const content: Content = {}
    if (typeof body.media === 'object' && body.media !== null) {
      Object.assign(content, readContent(ground, person, { ...body.media, caption: body.caption }))
    } else Object.assign(content, textContent(needText(body, 'text')))
    const replied = typeof body.replyTo === 'number' ? needMessage(chat, body.replyTo) : undefined
    if (replied) content.replyTo = replied.id
    const topicId = typeof body.topicId === 'number' ? body.topicId : replied?.topicId
    if (topicId !== undefined) {
      const topic = chat.topics.find((known) => known.id === topicId)
      if (!topic) throw new BadRequest(`There is no topic ${topicId} in this chat.`, 404)
      if (topic.closed && chat.members[0] !== person.id) throw new BadRequest('The topic is closed.', 409)
      content.topicId = topicId
    }
    chat.started = true
    const message = postMessage(ground, chat, { ...content, fromId: person.id })
    return { status: 201, body: showMessage(ground, message) }
  },
}

/** PATCH …/messages/:id: the person edits their own text or caption; the bot gets edited_message. */
const patchMessage: Route = {
  method: 'PATCH',
  path: /^\/staff\/(\d+)\/chats\/([^/]+)\/messages\/(\d+)$/,
  run({ ground, parts: [userId, chatId = '', messageId], body }) {
    const person = needPerson(ground, userId)
    const chat = needChatOf(ground, person, chatId)
    const message = needMessage(chat, messageId)
    if (message.fromId !== person.id)
      throw new BadRequest('Only their own messages can be edited by people.', 403)
    const text = needText(body, 'text')
    if (message.media) Object.assign(message, { caption: text, captionEntities: findEntities(text) })
    else Object.assign(message, textContent(text))
    message.editedAt = Date.now()
    announce(ground, chat, [message])
    dispatchMessage(ground, chat, message, 'edited_message')
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
    message.deleted = true
    announce(ground, chat, [message])
    return { status: 204 }
  },
}

export const messageRoutes: Route[] = [postChatMessage, patchMessage, deleteMessage]
