import type { InboundAttachment } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, restOf, textAt } from '../../meta/loose-json.ts'
import { type KindReader, needed } from './kind-facts.ts'

const knownKeys = ['id', 'url', 'mime_type', 'filename', 'sha256', 'caption', 'voice']

/**
 * A message that is one file. A recorded voice message is `audio` with `voice: true`, and staff want to
 * know.
 */
export function readMedia(type: Exclude<InboundAttachment['kind'], 'voice'>): KindReader {
  return (message) => {
    const media = needed(message, type)
    const kind: InboundAttachment['kind'] = type === 'audio' && media.voice === true ? 'voice' : type
    const attachment = dropUndefined({
      kind,
      mediaId: idAt(media, 'id'),
      url: textAt(media, 'url'),
      mime: textAt(media, 'mime_type'),
      fileName: textAt(media, 'filename'),
      sha256: textAt(media, 'sha256'),
    })
    return dropUndefined({
      kind,
      body: textAt(media, 'caption'),
      attachments: [attachment],
      data: restOf(media, knownKeys),
    })
  }
}
