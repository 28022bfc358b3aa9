import { announce } from '../announce.ts'
import { ApiError, badRequest } from '../api-error.ts'
import { deleteInBusiness } from '../business-updates.ts'
import { findMessage } from '../find-in-world.ts'
import type { Method } from '../ground.ts'
import { presentConnection } from '../present-connection.ts'
import type { StoredMessage } from '../world.ts'
import { needBusinessChat, needConnection } from './business-chat.ts'

/** getBusinessConnection: the rights as they are now, also of a connection that was disabled. */
export const getBusinessConnection: Method = (call) =>
  presentConnection(call.ground.world, needConnection(call))

/** readBusinessMessage: marks an incoming message of the last 24 hours as read for the account. */
export const readBusinessMessage: Method = (call) => {
  const chat = needBusinessChat(call, 'can_read_messages')
  const message = findMessage(chat, call.params.integer('message_id') ?? 0)
  if (message?.fromId !== chat.id) throw badRequest('MESSAGE_ID_INVALID')
  chat.readUpTo = Math.max(chat.readUpTo ?? 0, message.id)
  announce(call.ground, chat)
  return true
}

const isThere = (message: StoredMessage | undefined) => message !== undefined

/**
 * deleteBusinessMessages: 1 to 100 messages of one chat; what the bot itself sent needs can_delete_sent_messages,
 * anything else can_delete_all_messages. The bot hears of the deletion like of any other.
 */
export const deleteBusinessMessages: Method = (call) => {
  const { ground, bot, params } = call
  const connection = needConnection(call)
  if (!connection.enabled) throw badRequest('BUSINESS_CONNECTION_INVALID')
  const ids = params.json('message_ids')
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  // Ids are the account's own, so the chat need not be named; one chat must hold them all.
  const found = [...ground.world.chats.values()]
    .filter((chat) => chat.ownerId === connection.ownerId)
    .map((chat) => ({ chat, messages: ids.map((id) => findMessage(chat, Number(id))).filter(isThere) }))
    .filter(({ messages }) => messages.length > 0)
  const [one] = found
  if (!one || found.length > 1) throw badRequest('MESSAGE_ID_INVALID')
  const { can_delete_sent_messages: own, can_delete_all_messages: all } = connection.rights
  const mayDelete = (message: StoredMessage) => all || (own && message.viaBusinessBot === bot.id)
  if (!one.messages.every(mayDelete)) throw new ApiError(403, 'Forbidden: BOT_ACCESS_FORBIDDEN')
  deleteInBusiness(ground, one.chat, one.messages)
  return true
}
