import { type StoredFile, sizeOf } from './file-store.ts'
import type { Viewer } from './present-message.ts'
import type { Media } from './world.ts'

type Json = Record<string, unknown>

function presentFile({ files, bot }: Viewer, file: StoredFile, variant = ''): Json {
  return {
    file_id: files.idFor(bot.id, file, variant),
    file_unique_id: files.uniqueId(file, variant),
    file_size: sizeOf(file),
  }
}

/** The field of a Message that a medium fills; empty when its bytes were not kept over a restart. */
export function presentMedia(viewer: Viewer, media: Media): Json {
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
    case 'video_note':
      return {
        video_note: { ...base, length: Math.min(width, height), duration: media.duration ?? 1 },
      }
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
