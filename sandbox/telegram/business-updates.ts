import { announce } from './announce.ts'
import type { Ground } from './ground.ts'
import { presentConnection } from './present-connection.ts'
import { presentChat } from './present-message.ts'
import type { BusinessConnection, StoredChat, StoredMessage } from './world.ts'

/** Tells the bot that it was connected, lost or gained rights, or was disconnected (business_connection). */
export function pushConnection(ground: Ground, connection: BusinessConnection): void {
  const bot = ground.world.bots.get(connection.botId)
  if (!bot) return
  ground.updates.push(bot, {
    kind: 'business_connection',
    peer: String(connection.ownerId),
    lane: `business:${connection.ownerId}`,
    value: presentConnection(ground.world, connection),
  })
}

/** Deletes messages of an account's chat, by whomever; a connected bot gets deleted_business_messages. */
export function deleteInBusiness(ground: Ground, chat: StoredChat, messages: StoredMessage[]): void {
  for (const message of messages) message.deleted = true
  announce(ground, chat, messages)
  const connection = chat.ownerId === undefined ? undefined : ground.world.connections.get(chat.ownerId)
  const bot = connection?.enabled ? ground.world.bots.get(connection.botId) : undefined
  if (!connection || !bot || messages.length === 0) return
  ground.updates.push(bot, {
    kind: 'deleted_business_messages',
    peer: String(chat.id),
    lane: `chat:${chat.key}`,
    value: {
      business_connection_id: connection.id,
      chat: presentChat(ground.world, chat),
      message_ids: messages.map((message) => message.id),
    },
  })
}
