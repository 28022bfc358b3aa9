import { announce } from './announce.ts'
import { findMessage, isBot, takeMessageId } from './find-in-world.ts'
import type { Ground } from './ground.ts'
import { isAnonymous } from './group.ts'
import { presentMessage } from './present-message.ts'
import type { BotAccount, StoredChat, StoredMessage } from './world.ts'

const keptMessages = 10_000

// A plain member with privacy mode hears only what is meant for it; an administrator hears everything.
function hears(bot: BotAccount, chat: StoredChat, message: StoredMessage): boolean {
  const standing = chat.bots[bot.id]
  if (
    !standing ||
    chat.migratedTo !== undefined ||
    standing.status === 'kicked' ||
    standing.status === 'left'
  )
    return false
  if (chat.type === 'private' || message.service || standing.status === 'administrator') return true
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.captionEntities ?? []
  const addressed = entities.some((entity) => {
    const content = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    const mine = `@${bot.username.toLowerCase()}`
    if (entity.type === 'mention') return content === mine
    return entity.type === 'bot_command' && (!content.includes('@') || content.endsWith(mine))
  })
  const replied = message.replyTo === undefined ? undefined : findMessage(chat, message.replyTo)
  return addressed || replied?.fromId === bot.id
}

/** The bot that an enabled connection lets see this chat; undefined for chats that are no business's. */
function connectedBot({ world }: Ground, chat: StoredChat): BotAccount | undefined {
  const connection = chat.ownerId === undefined ? undefined : world.connections.get(chat.ownerId)
  return connection?.enabled ? world.bots.get(connection.botId) : undefined
}

/**
 * Makes the updates of a new or edited message. Bots never hear other bots, nor themselves, except for
 * service messages; a bot that answers for an account is the exception, and hears its own answers too.
 */
export function dispatchMessage(
  ground: Ground,
  chat: StoredChat,
  message: StoredMessage,
  kind: 'message' | 'edited_message',
): void {
  const connected = connectedBot(ground, chat)
  if (connected) {
    ground.updates.push(connected, {
      kind: kind === 'message' ? 'business_message' : 'edited_business_message',
      peer: String(chat.id),
      lane: `chat:${chat.key}`,
      value: presentMessage({ world: ground.world, files: ground.files, bot: connected }, chat, message),
    })
  }
  if (isBot(ground.world, message.fromId) && !message.service) return
  for (const id of Object.keys(chat.bots)) {
    const bot = ground.world.bots.get(Number(id))
    if (!bot || !hears(bot, chat, message)) continue
    const value = presentMessage({ world: ground.world, files: ground.files, bot }, chat, message)
    ground.updates.push(bot, { kind, peer: String(chat.id), lane: `chat:${chat.key}`, value })
  }
}

/** Puts a message into a chat, tells the page and the bots, and returns it with its id. */
export function postMessage(
  ground: Ground,
  chat: StoredChat,
  content: Omit<StoredMessage, 'id' | 'at' | 'reactions'>,
): StoredMessage {
  const id = takeMessageId(ground.world, chat)
  const message: StoredMessage = { id, at: Date.now(), reactions: [], ...content }
  if (isAnonymous(chat, message.fromId)) message.asGroup = chat.title ?? ''
  // The message that opens a topic is the topic's root, and its id is the topic's.
  if (message.service?.field === 'forum_topic_created') message.topicId = id
  chat.messages.push(message)
  if (chat.messages.length > keptMessages) chat.messages.splice(0, chat.messages.length - keptMessages)
  announce(ground, chat, [message])
  dispatchMessage(ground, chat, message, 'message')
  return message
}
