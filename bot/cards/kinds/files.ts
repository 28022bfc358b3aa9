import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView, MessageView } from '../message-view.ts'

const labelKeys = {
  image: 'message-image',
  video: 'message-video',
  animation: 'message-animation',
  video_note: 'message-video-note',
  audio: 'message-audio',
  voice: 'message-voice',
  sticker: 'message-sticker',
} as const

/** Photos, films, sounds and stickers: what it is, and the caption. The file itself follows when it is fetched. */
export const showFile =
  (kind: keyof typeof labelKeys): KindView =>
  (say, message) => ({ label: say(labelKeys[kind]), text: message.body, lines: countLines(say, message) })

export const showDocument: KindView = (say, message) => {
  const name = message.attachments?.find((file) => file.fileName)?.fileName
  return {
    label: name ? say('message-document-named', { name: escapeHtml(name) }) : say('message-document'),
    text: message.body,
    lines: countLines(say, message),
  }
}

/** Some networks put several files into one message. */
function countLines(say: Parameters<KindView>[0], { attachments = [] }: MessageView): string[] {
  return attachments.length > 1 ? [say('message-files', { count: attachments.length })] : []
}
