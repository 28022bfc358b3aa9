import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView, MessageView } from '../message-view.ts'

const labelKeys = {
  image: 'message-image',
  video: 'message-video',
  audio: 'message-audio',
  voice: 'message-voice',
  sticker: 'message-sticker',
} as const

/** Photos, films, sounds and stickers: what it is, and the caption. */
export const showFile =
  (kind: keyof typeof labelKeys): KindView =>
  (say, { body }) => ({ label: say(labelKeys[kind]), text: body, lines: [say('message-file-elsewhere')] })

export const showDocument: KindView = (say, message) => {
  const name = fileName(message)
  return {
    label: name ? say('message-document-named', { name: escapeHtml(name) }) : say('message-document'),
    text: message.body,
    lines: [say('message-file-elsewhere')],
  }
}

const fileName = ({ attachments }: MessageView) => attachments?.find((file) => file.fileName)?.fileName
