import type { FileManner } from './post-content.ts'

/** The most that Telegram takes from a bot, in bytes: of a photo, and of anything else. */
export const mostPhotoBytes = 10_000_000
export const mostFileBytes = 50_000_000
const mostStickerBytes = 512_000

/** A photo's sides together, in pixels, and how much longer one may be than the other. */
const mostPhotoSides = 10_000
const mostPhotoRatio = 20

/** A stored file, as `findAttachment` tells of it. */
export interface ShownFile {
  kind: string
  /** What its bytes say that it is. */
  mime: string | null
  /** In bytes. */
  size: number | null
  width: number | null
  height: number | null
  isOversized: boolean
}

const photos = new Set(['image/jpeg', 'image/png', 'image/webp'])
const voices = new Set(['audio/ogg', 'audio/mpeg', 'audio/mp4'])
const sounds = new Set(['audio/mpeg', 'audio/mp4'])
const stickers = new Set(['image/webp', 'video/webm'])

/**
 * As what Telegram shows a file: by what its bytes are and not by what the sender called it. What it would not show as
 * that goes as a document, which is never touched.
 */
export function decideFileManner(file: ShownFile): FileManner {
  const mime = file.mime ?? ''
  switch (file.kind) {
    case 'image':
      return fitsAsPhoto(file) ? 'photo' : 'document'
    case 'sticker':
      if (stickers.has(mime) && (file.size ?? 0) <= mostStickerBytes) return 'sticker'
      return fitsAsPhoto(file) ? 'photo' : 'document'
    case 'video':
      return mime === 'video/mp4' ? 'video' : 'document'
    case 'video_note':
      return mime === 'video/mp4' ? 'video_note' : 'document'
    case 'animation':
      return mime === 'video/mp4' || mime === 'image/gif' ? 'animation' : 'document'
    case 'voice':
      return voices.has(mime) ? 'voice' : 'document'
    case 'audio':
      if (sounds.has(mime)) return 'audio'
      return mime === 'audio/ogg' ? 'voice' : 'document'
    default:
      return 'document'
  }
}

/** An image that nothing should try to open is none, and Telegram has rules of its own. */
function fitsAsPhoto({ mime, size, width, height, isOversized }: ShownFile): boolean {
  if (!photos.has(mime ?? '') || isOversized || (size ?? 0) > mostPhotoBytes) return false
  if (!width || !height) return false
  return (
    width + height <= mostPhotoSides && Math.max(width, height) / Math.min(width, height) <= mostPhotoRatio
  )
}
