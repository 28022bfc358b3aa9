import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { deleteInBusiness } from '../business-updates.ts'
import { showMessage } from '../show-staff.ts'
import { needCustomer, needCustomerChat, needMessage } from './find-people.ts'
import type { Route } from './route.ts'
import { editMessage, writeMessages } from './write-message.ts'

/**
 * POST /telegram/customers/:id/messages: the customer writes to a bot, which is thereby started, or to an account.
 * `to`, or `/chats/…` in the path: `bot:<username>` or `owner:<id>`; absent: the bot for customers. For the rest see `writeMessages`. Answers with
 * the message, or for an album with the first one and all `messages`.
 */
const postMessage: Route = {
  method: 'POST',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?\/messages$/,
  run({ ground, parts: [userId, chatId], body }) {
    const person = needCustomer(ground, userId)
    const chat = needCustomerChat(ground, person, chatId ?? body.to)
    if (chat.blocked) throw new BadRequest('The bot is blocked: unblock it first, as in Telegram.', 409)
    chat.started = true
    const messages = writeMessages(ground, chat, person, body).map((message) => showMessage(ground, message))
    return { status: 201, body: { ...messages[0], ...(messages.length > 1 ? { messages } : {}) } }
  },
}

/** PATCH …/messages/:id { text | latitude, longitude; to? }: edits what the customer sent. */
const patchMessage: Route = {
  method: 'PATCH',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?\/messages\/(\d+)$/,
  run({ ground, parts: [userId, chatId, messageId], body }) {
    const person = needCustomer(ground, userId)
    const chat = needCustomerChat(ground, person, chatId ?? body.to)
    const message = needMessage(chat, messageId)
    if (message.fromId !== person.id)
      throw new BadRequest('Only their own messages can be edited by people.', 403)
    editMessage(ground, chat, message, body)
    return { status: 200, body: showMessage(ground, message) }
  },
}

/**
 * DELETE …/messages/:id { to? }: gone for both. A bot learns nothing of it in its own chat, but does where it is
 * connected to the account.
 */
const deleteMessage: Route = {
  method: 'DELETE',
  path: /^\/telegram\/customers\/(\d+)(?:\/chats\/([^/]+))?\/messages\/(\d+)$/,
  run({ ground, parts: [userId, chatId, messageId], body }) {
    const chat = needCustomerChat(ground, needCustomer(ground, userId), chatId ?? body.to)
    const message = needMessage(chat, messageId)
    if (chat.ownerId !== undefined) deleteInBusiness(ground, chat, [message])
    else {
      message.deleted = true
      announce(ground, chat, [message])
    }
    return { status: 204 }
  },
}

export const customerMessageRoutes: Route[] = [postMessage, patchMessage, deleteMessage]
