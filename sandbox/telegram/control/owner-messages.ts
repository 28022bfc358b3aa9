import { BadRequest } from '../../read-body.ts'
import { announce } from '../announce.ts'
import { deleteInBusiness } from '../business-updates.ts'
import type { Ground } from '../ground.ts'
import { showMessage } from '../show-staff.ts'
import { changeReaction } from './change-reaction.ts'
import { needCustomer, needCustomerChat, needMessage, needPerson } from './find-people.ts'
import type { Route } from './route.ts'
import { editMessage, writeMessages } from './write-message.ts'

function needOwnerChat(ground: Ground, ownerId: string | undefined, customerId: string | undefined) {
  return needCustomerChat(ground, needCustomer(ground, customerId), `owner:${ownerId}`)
}

/**
 * POST /telegram/business/:owner/chats/:customer/messages: the owner writes in their own app; a connected bot gets
 * business_message with the owner as sender. `away: true`: the account's own away message. For the rest see
 * `writeMessages`.
 */
const postMessage: Route = {
  method: 'POST',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/messages$/,
  run({ ground, parts: [ownerId, customerId], body }) {
    const owner = needPerson(ground, ownerId)
    const chat = needOwnerChat(ground, ownerId, customerId)
    const always = body.away === true ? { isFromOffline: true as const } : {}
    const messages = writeMessages(ground, chat, owner, body, always).map((one) => showMessage(ground, one))
    return { status: 201, body: { ...messages[0], ...(messages.length > 1 ? { messages } : {}) } }
  },
}

/** PATCH …/messages/:id { text }: the owner edits what was sent for them, by whomever. */
const patchMessage: Route = {
  method: 'PATCH',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/messages\/(\d+)$/,
  run({ ground, parts: [ownerId, customerId, messageId], body }) {
    const chat = needOwnerChat(ground, ownerId, customerId)
    const message = needMessage(chat, messageId)
    if (message.fromId !== chat.ownerId)
      throw new BadRequest('Only their own messages can be edited by people.', 403)
    editMessage(ground, chat, message, body)
    return { status: 200, body: showMessage(ground, message) }
  },
}

/** DELETE …/messages { messageIds }: the owner deletes messages of either side, for both. */
const deleteMessages: Route = {
  method: 'DELETE',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/messages$/,
  run({ ground, parts: [ownerId, customerId], body }) {
    const chat = needOwnerChat(ground, ownerId, customerId)
    if (!Array.isArray(body.messageIds)) throw new BadRequest('"messageIds" must be an array.')
    deleteInBusiness(
      ground,
      chat,
      body.messageIds.map((id: unknown) => needMessage(chat, id)),
    )
    return { status: 204 }
  },
}

/** DELETE …/messages/:id: one of them. */
const deleteMessage: Route = {
  method: 'DELETE',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/messages\/(\d+)$/,
  run({ ground, parts: [ownerId, customerId, messageId] }) {
    const chat = needOwnerChat(ground, ownerId, customerId)
    deleteInBusiness(ground, chat, [needMessage(chat, messageId)])
    return { status: 204 }
  },
}

/** POST …/reactions { messageId, emoji }: the owner reacts; Telegram tells the connected bot nothing of it. */
const postReaction: Route = {
  method: 'POST',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/reactions$/,
  run({ ground, parts: [ownerId, customerId], body }) {
    const owner = needPerson(ground, ownerId)
    return changeReaction(ground, needOwnerChat(ground, ownerId, customerId), owner, body)
  },
}

/** POST …/age { hours }: everything in the chat becomes so much older; after 24 hours a bot may no longer answer. */
const postAge: Route = {
  method: 'POST',
  path: /^\/telegram\/business\/(\d+)\/chats\/(\d+)\/age$/,
  run({ ground, parts: [ownerId, customerId], body }) {
    const chat = needOwnerChat(ground, ownerId, customerId)
    const { hours } = body
    if (typeof hours !== 'number' || !(hours > 0)) throw new BadRequest('"hours" must be a number above 0.')
    for (const message of chat.messages) message.at -= hours * 60 * 60_000
    announce(ground, chat, chat.messages)
    return { status: 204 }
  },
}

export const ownerMessageRoutes: Route[] = [
  postMessage,
  patchMessage,
  deleteMessages,
  deleteMessage,
  postReaction,
  postAge,
]
