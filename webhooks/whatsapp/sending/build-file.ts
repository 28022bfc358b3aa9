import type { FileKind } from '#core/channels/inbound-item.ts'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { BuildPart } from './message-part.ts'

/** WhatsApp's own types. */
const types: Record<FileKind, 'image' | 'video' | 'audio' | 'document' | 'sticker'> = {
  image: 'image',
  video: 'video',
  animation: 'video',
  video_note: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
}

/** A file with its caption. A voice message is played in the chat and tells when it was heard. */
export function buildFile({ file, caption }: { file: OutboundFile; caption?: string }): BuildPart {
  const type = types[file.kind]
  const rest = dropUndefined({
    caption: caption === '' ? undefined : caption,
    filename: type === 'document' ? file.fileName : undefined,
    voice: file.kind === 'voice' ? true : undefined,
  })
  return (place) => ({ type, part: { ...place, ...rest } })
}
