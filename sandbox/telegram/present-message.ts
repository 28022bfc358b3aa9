import type { FileStore } from './file-store.ts'
import { findMessage } from './find-in-world.ts'
import { groupAnonymousBot, isGroup } from './group.ts'
import { presentMedia } from './present-media.ts'
import { presentAnyone } from './present-user.ts'
import type { Entity } from './text/entity.ts'
import type { BotAccount, StoredChat, StoredMessage, World } from './world.ts'

type Json = Record<string, unknown>

/** What it takes to show a message to a bot: file ids differ from bot to bot. */
export interface Viewer {
  world: World
  files: FileStore
  bot: BotAccount
}

/** A Chat of the Bot API, in the short form that messages carry. */
export function presentChat(world: World, chat: StoredChat): Json {
  if (isGroup(chat)) {
    return { id: chat.id, title: chat.title, type: chat.type, ...(chat.isForum ? { is_forum: true } : {}) }
  }
  const person = world.people.get(chat.id)
  return {
    id: chat.id,
    first_name: person?.firstName ?? '',
    ...(person?.lastName ? { last_name: person.lastName } : {}),
    ...(person?.username ? { username: person.username } : {}),
    type: 'private',
  }
}

function presentEntities(world: World, entities: Entity[]): Json[] {
  return entities.map((entity) => ({
    ...entity,
    ...(entity.user ? { user: presentAnyone(world, entity.user.id) } : {}),
  }))
}

/**
 * A Message of the Bot API. `withReply` false: the form that stands inside reply_to_message, where replies
 * are not followed further.
 * In a topic, reply_to_message is the topic's root when the message answers nothing, as the real servers
 * have it.
 */
export function presentMessage(
  viewer: Viewer,
  chat: StoredChat,
  message: StoredMessage,
  withReply = true,
): Json {
  const { world } = viewer
  const seconds = (ms: number) => Math.floor(ms / 1000)
  const json: Json = {
    message_id: message.id,
    from: message.asGroup === undefined ? presentAnyone(world, message.fromId) : groupAnonymousBot,
    ...(message.asGroup === undefined ? {} : { sender_chat: presentChat(world, chat) }),
    chat: presentChat(world, chat),
    date: seconds(message.at),
  }
  if (chat.ownerId !== undefined) {
    const connection = world.connections.get(chat.ownerId)
    if (connection?.botId === viewer.bot.id) json.business_connection_id = connection.id
  }
  if (message.viaBusinessBot !== undefined) {
    json.sender_business_bot = presentAnyone(world, message.viaBusinessBot)
  }
  if (message.isFromOffline) json.is_from_offline = true
  if (message.editedAt !== undefined) json.edit_date = seconds(message.editedAt)
  if (message.topicId !== undefined) {
    json.message_thread_id = message.topicId
    json.is_topic_message = true
  }
  if (message.forwardOrigin) json.forward_origin = message.forwardOrigin
  if (withReply) {
    const target = message.replyTo ?? (message.topicId === message.id ? undefined : message.topicId)
    const replied = target === undefined ? undefined : findMessage(chat, target)
    if (replied) json.reply_to_message = presentMessage(viewer, chat, replied, false)
    if (message.quote) json.quote = message.quote
  }
  if (message.mediaGroupId) json.media_group_id = message.mediaGroupId
  if (message.media) Object.assign(json, presentMedia(viewer, message.media))
  if (message.location) json.location = message.location
  if (message.contact) json.contact = message.contact
  if (message.other) Object.assign(json, message.other)
  if (message.text !== undefined) json.text = message.text
  if (message.entities?.length) json.entities = presentEntities(world, message.entities)
  if (message.caption) json.caption = message.caption
  if (message.captionEntities?.length) json.caption_entities = presentEntities(world, message.captionEntities)
  if (message.service) {
    const { field, value } = message.service
    const pinned = field === 'pinned_message' ? findMessage(chat, Number(value)) : undefined
    json[field] = pinned ? presentMessage(viewer, chat, pinned, false) : value
  }
  if (message.buttons) json.reply_markup = { inline_keyboard: message.buttons }
  return json
}
