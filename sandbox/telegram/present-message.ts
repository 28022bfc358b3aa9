import type { FileStore, StoredFile } from './file-store.ts'
import { findMessage } from './find-in-world.ts'
import { presentAnyone } from './present-user.ts'
import type { Entity } from './text/entity.ts'
import type { BotAccount, Media, StoredChat, StoredMessage, World } from './world.ts'

type Json = Record<string, unknown>

/** What it takes to show a message to a bot: file ids differ from bot to bot. */
export interface Viewer {
  world: World
  files: FileStore
  bot: BotAccount
}

/** A Chat of the Bot API, in the short form that messages carry. */
export function presentChat(world: World, chat: StoredChat): Json {
  if (chat.type === 'supergroup') {
    return { id: chat.id, title: chat.title, type: 'supergroup', ...(chat.isForum ? { is_forum: true } : {}) }
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

function presentFile({ files, bot }: Viewer, file: StoredFile, variant = ''): Json {
  return {
    file_id: files.idFor(bot.id, file, variant),
    file_unique_id: files.uniqueId(file, variant),
    file_size: file.bytes.length,
  }
}

function presentMedia(viewer: Viewer, media: Media): Json {
  const file = viewer.files.byKey(media.fileKey)
  if (!file) return {}
  const width = media.width ?? 512
  const height = media.height ?? 512
  const base = presentFile(viewer, file)
  const named = { file_name: file.name, mime_type: file.mime }
  switch (media.kind) {
    case 'photo': {
      const scale = Math.min(1, 90 / Math.max(width, height))
      const small = {
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
      }
      return {
        photo: [
          { ...presentFile(viewer, file, 's'), ...small },
          { ...presentFile(viewer, file, 'y'), width, height },
        ],
      }
    }
    case 'document':
      return { document: { ...named, ...base } }
    case 'animation':
      return {
        animation: { ...named, ...base, width, height, duration: media.duration ?? 1 },
        document: { ...named, ...base },
      }
    case 'video':
      return { video: { ...named, ...base, width, height, duration: media.duration ?? 1 } }
    case 'audio':
      return {
        audio: {
          ...named,
          ...base,
          duration: media.duration ?? 1,
          ...(media.title ? { title: media.title } : {}),
        },
      }
    case 'voice':
      return { voice: { ...base, mime_type: file.mime, duration: media.duration ?? 1 } }
    case 'sticker':
      return {
        sticker: {
          ...base,
          type: 'regular',
          width,
          height,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      }
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
    from: presentAnyone(world, message.fromId),
    chat: presentChat(world, chat),
    date: seconds(message.at),
  }
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
  }
  if (message.mediaGroupId) json.media_group_id = message.mediaGroupId
  if (message.media) Object.assign(json, presentMedia(viewer, message.media))
  if (message.location) json.location = message.location
  if (message.contact) json.contact = message.contact
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
