import type { FileKind } from '#core/channels/inbound-item.ts'
import type { OutboundContent, OutboundFile } from '#core/channels/outbound-content.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import type { TelegramFile } from './telegram-client.ts'

/** A call of the Bot API that carries a content, without chat and account. */
export interface TelegramRequest {
  method: string
  params: JsonRecord
  files?: TelegramFile[]
}

const methodOf: Record<FileKind, [method: string, field: string]> = {
  image: ['sendPhoto', 'photo'],
  video: ['sendVideo', 'video'],
  animation: ['sendAnimation', 'animation'],
  video_note: ['sendVideoNote', 'video_note'],
  audio: ['sendAudio', 'audio'],
  voice: ['sendVoice', 'voice'],
  sticker: ['sendSticker', 'sticker'],
  document: ['sendDocument', 'document'],
}
/** Telegram takes these without a caption. */
const captionless = new Set<FileKind>(['sticker', 'video_note'])

type Sendable = Exclude<OutboundContent, { kind: 'edit' | 'revoke' | 'reaction' | 'template' }>

/** What is sent as a new message. Texts go without markup, so that every character is itself. */
export function requestOf(content: Sendable): TelegramRequest {
  switch (content.kind) {
    case 'text':
      return {
        method: 'sendMessage',
        // Staff see no preview while they write, so the customer shall not be surprised by one.
        params: { text: content.body, link_preview_options: { is_disabled: true } },
      }
    case 'file':
      return fileRequest(content.file, content.caption)
    case 'location':
      return placeRequest(content)
    case 'buttons': {
      const rows = content.buttons.map(({ id, title }) => [{ text: title, callback_data: id }])
      return keyboardRequest(content, rows)
    }
    case 'list': {
      const rows = content.sections
        .flatMap((section) => section.rows)
        .map(({ id, title }) => [{ text: title, callback_data: id }])
      return keyboardRequest(content, rows)
    }
    case 'contact-request':
      return {
        method: 'sendMessage',
        params: {
          text: content.body,
          reply_markup: {
            keyboard: [[{ text: '📱', request_contact: true }]],
            one_time_keyboard: true,
            resize_keyboard: true,
          },
        },
      }
  }
}

function fileRequest(file: OutboundFile, caption: string | undefined): TelegramRequest {
  const [method, field] = methodOf[file.kind]
  return {
    method,
    params: caption && !captionless.has(file.kind) ? { caption } : {},
    files: [{ field, file }],
  }
}

function placeRequest(place: Extract<Sendable, { kind: 'location' }>): TelegramRequest {
  const { latitude, longitude, name, address } = place
  if (name === undefined) return { method: 'sendLocation', params: { latitude, longitude } }
  return { method: 'sendVenue', params: { latitude, longitude, title: name, address: address ?? name } }
}

function keyboardRequest(
  { body, header, footer }: { body: string; header?: string; footer?: string },
  inline_keyboard: { text: string; callback_data: string }[][],
): TelegramRequest {
  const text = [header, body, footer].filter((part) => part !== undefined && part !== '').join('\n\n')
  return {
    method: 'sendMessage',
    params: { text, link_preview_options: { is_disabled: true }, reply_markup: { inline_keyboard } },
  }
}
