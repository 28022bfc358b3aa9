import type { Message } from 'grammy/types'
import type { ReplyFile } from '#core/conversations/reply-content.ts'

/** The largest file, in bytes, that Telegram gives to a bot. */
export const mostOwnFileBytes = 20 * 1024 * 1024

/** The file of a member's message, as the desk takes it; undefined when there is none. */
export function readOwnFile(message: Message): ReplyFile | undefined {
  const { animation, video_note: note, video, voice, audio, sticker, document, photo } = message
  // An animation also comes as a document, so it is looked for first.
  if (animation)
    return fileOf('animation', animation, animation.mime_type ?? 'video/mp4', animation.file_name)
  if (note) return fileOf('video_note', note, 'video/mp4')
  if (video) return fileOf('video', video, video.mime_type ?? 'video/mp4', video.file_name)
  if (voice) return fileOf('voice', voice, voice.mime_type ?? 'audio/ogg')
  if (audio) return fileOf('audio', audio, audio.mime_type ?? 'audio/mpeg', audio.file_name)
  if (sticker) {
    const mime = sticker.is_video
      ? 'video/webm'
      : sticker.is_animated
        ? 'application/x-tgsticker'
        : 'image/webp'
    return fileOf('sticker', sticker, mime)
  }
  if (document) {
    return fileOf('document', document, document.mime_type ?? 'application/octet-stream', document.file_name)
  }
  const largest = photo?.at(-1)
  return largest && fileOf('image', largest, 'image/jpeg')
}

const endings: Record<string, string> = {
  'video/mp4': 'mp4',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/webm': 'webm',
  'application/x-tgsticker': 'tgs',
}
const longestName = 255

/** What has no name of its own is called by what it is. */
const fileOf = (
  kind: ReplyFile['kind'],
  { file_id: mediaId, file_size: size = 0 }: { file_id: string; file_size?: number },
  mime: string,
  name?: string,
): ReplyFile => ({
  kind,
  mime,
  fileName: (name || `${kind.replace('_', '-')}.${endings[mime] ?? 'bin'}`).slice(-longestName),
  size,
  source: { network: 'telegram_staff', mediaId },
})
