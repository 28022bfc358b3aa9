import type { ChannelLimits } from '../channels/channel-port.ts'
import type { FileKind } from '../channels/inbound-item.ts'

/** As what a file may be sent, best first, when a network does not take it as what it is. */
const instead: Record<FileKind, readonly FileKind[]> = {
  image: ['image', 'document'],
  video: ['video', 'document'],
  animation: ['animation', 'video', 'document'],
  video_note: ['video_note', 'video', 'document'],
  audio: ['audio', 'document'],
  voice: ['voice', 'audio', 'document'],
  document: ['document'],
  sticker: ['sticker', 'image', 'document'],
}

export type FileFit =
  | { kind: FileKind }
  | { refused: 'file-too-large'; limit: number }
  | { refused: 'file-not-carried' }

/**
 * Decides as what a network takes a file.
 *
 * @returns when it takes it as nothing: the largest size that it would take, in bytes, where size is the reason
 */
export function fitFile(
  file: { kind: FileKind; mime: string; size: number },
  limits: ChannelLimits['files'],
): FileFit {
  const mime = file.mime.split(';')[0]?.trim().toLowerCase() ?? ''
  const taking = instead[file.kind].flatMap((kind) => {
    const limit = limits[kind]
    return limit && (!limit.mimes || limit.mimes.includes(mime)) ? { kind, maxBytes: limit.maxBytes } : []
  })
  const fitting = taking.find(({ maxBytes }) => file.size <= maxBytes)
  if (fitting) return { kind: fitting.kind }
  if (taking.length === 0) return { refused: 'file-not-carried' }
  return { refused: 'file-too-large', limit: Math.max(...taking.map(({ maxBytes }) => maxBytes)) }
}
