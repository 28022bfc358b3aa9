import { randomInt } from 'node:crypto'
import { badRequest } from '../api-error.ts'
import { sizeOf } from '../file-store.ts'
import type { Method, MethodCall } from '../ground.ts'
import { createParams } from '../params.ts'
import { countCharacters, formatText } from '../text/format-text.ts'
import type { Media, StoredMessage } from '../world.ts'
import { prepareSend } from './prepare-send.ts'
import { takeFile } from './take-file.ts'

const mostCaptionCharacters = 1024

/** The caption of a call, parsed. Throws 400 over 1024 characters. */
export function readCaption(
  params: MethodCall['params'],
): Pick<StoredMessage, 'caption' | 'captionEntities'> {
  const { text, entities } = formatText(params, { text: 'caption', entities: 'caption_entities' })
  if (countCharacters(text) > mostCaptionCharacters) throw badRequest('message caption is too long')
  return text === '' ? {} : { caption: text, captionEntities: entities }
}

const withoutCaption = new Set<Media['kind']>(['sticker', 'video_note'])

function sendOne(kind: Media['kind']): Method {
  return async (call) => {
    const { params } = call
    const prepared = prepareSend(call)
    const content = withoutCaption.has(kind) ? {} : readCaption(params)
    const media = await takeFile(call, kind, params.string(kind), params.upload(kind))
    const duration = params.integer('duration')
    const title = params.string('title')
    const full: Media = { ...media, ...(duration ? { duration } : {}), ...(title ? { title } : {}) }
    return prepared.send({ ...content, media: full })
  }
}

export const sendPhoto = sendOne('photo')
export const sendDocument = sendOne('document')
export const sendVideo = sendOne('video')
export const sendVoice = sendOne('voice')
export const sendAudio = sendOne('audio')
export const sendSticker = sendOne('sticker')
export const sendAnimation = sendOne('animation')
export const sendVideoNote = sendOne('video_note')

const albumKinds = ['photo', 'video', 'audio', 'document'] as const

/**
 * sendMediaGroup: 2 to 10 items; documents and audio only among their own kind. Counts as that many
 * messages.
 */
export const sendMediaGroup: Method = async (call) => {
  const items = call.params.json('media')
  if (!Array.isArray(items)) throw badRequest('expected an Array of InputMedia')
  const prepared = prepareSend(call)
  if (items.length < 2) throw badRequest('too few messages to send as an album')
  if (items.length > 10) throw badRequest('too many messages to send as an album')
  const mediaGroupId = `${randomInt(1e9, 9e9)}${randomInt(1e6, 9e6)}`
  const contents: Partial<StoredMessage>[] = []
  for (const item of items as unknown[]) {
    const raw: Record<string, unknown> = typeof item === 'object' && item !== null ? { ...item } : {}
    const kind = albumKinds.find((known) => known === raw.type)
    if (!kind) throw badRequest("can't parse InputMedia: type must be one of photo, video, audio, document")
    const reference = typeof raw.media === 'string' ? raw.media : undefined
    if (!reference) throw badRequest('can\'t parse InputMedia: Can\'t find field "media"')
    const media = await takeFile(call, kind, reference, call.params.attached(reference))
    contents.push({
      ...readCaption(createParams(new Map(Object.entries(raw)), new Map())),
      media,
      mediaGroupId,
    })
  }
  const kinds = new Set(contents.map((content) => content.media?.kind))
  if (kinds.size > 1 && (kinds.has('audio') || kinds.has('document'))) {
    throw badRequest("can't mix different media types in an album")
  }
  return prepared.sendAll(contents)
}

/** getFile: a path to download for an hour and more; files over 20 MB cannot be had. */
export const getFile: Method = ({ ground, bot, params }) => {
  const fileId = params.string('file_id') ?? ''
  const file = ground.files.byId(bot.id, fileId)
  if (!file) throw badRequest('invalid file_id')
  if (sizeOf(file) > 20 * 1024 * 1024) throw badRequest('file is too big')
  return {
    file_id: fileId,
    file_unique_id: ground.files.uniqueId(file),
    file_size: sizeOf(file),
    file_path: file.path,
  }
}
