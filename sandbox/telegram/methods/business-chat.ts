import { ApiError, badRequest } from '../api-error.ts'
import { businessChat } from '../find-in-world.ts'
import type { MethodCall } from '../ground.ts'
import type { BusinessConnection, StoredChat } from '../world.ts'
import { needOpenChat } from './need-chat.ts'

const replyWindowMs = 24 * 60 * 60_000

/** The connection a call names, enabled or not. Throws 400 when it is another bot's or was made anew. */
export function needConnection({ ground, bot, params }: MethodCall): BusinessConnection {
  const id = params.string('business_connection_id') ?? ''
  if (id === '') throw badRequest('business connection identifier is not specified')
  const found = [...ground.world.connections.values()].find((known) => known.id === id)
  if (found?.botId !== bot.id) throw badRequest('business connection not found')
  return found
}

/**
 * The chat in which a call acts for an account. Throws 400 when the connection was disabled or the customer never
 * wrote to the account, and 403 without the right.
 */
export function needBusinessChat(call: MethodCall, right: string): StoredChat {
  const { world } = call.ground
  const connection = needConnection(call)
  if (!connection.enabled) throw badRequest('BUSINESS_CONNECTION_INVALID')
  const owner = world.people.get(connection.ownerId)
  const customer = world.people.get(call.params.integer('chat_id') ?? 0)
  if (!owner || !customer) throw badRequest('chat not found')
  const chat = businessChat(world, owner, customer)
  if (chat.messages.length === 0) throw badRequest('BUSINESS_PEER_INVALID')
  if (connection.rights[right] !== true) throw new ApiError(403, 'Forbidden: BOT_ACCESS_FORBIDDEN')
  return chat
}

/**
 * Where a call sends: the bot's own chat, or with business_connection_id the account's. There an answer is taken for
 * 24 hours after the customer's last message and refused afterwards.
 */
export function addressedChat(call: MethodCall): StoredChat {
  if (!call.params.string('business_connection_id')) return needOpenChat(call)
  const chat = needBusinessChat(call, 'can_reply')
  const last = chat.messages.findLast((message) => message.fromId === chat.id)
  if (!last || last.at + replyWindowMs < Date.now()) throw badRequest('BUSINESS_PEER_USAGE_MISSING')
  return chat
}
