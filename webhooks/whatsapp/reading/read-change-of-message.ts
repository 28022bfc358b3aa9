import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { type KindReader, needed } from './kind-facts.ts'
import { readMedia } from './read-media.ts'

/** A message that the customer rewrote: the new text or caption, and the new file where there is one. */
export const readEdit: KindReader = (message) => {
  const edit = needed(message, 'edit')
  const changed = needed(edit, 'message')
  const kind = textAt(changed, 'type') ?? 'unnamed'
  const media = mediaOf(changed, kind)
  return dropUndefined({
    kind: 'edit' as const,
    replyTo: originalOf(edit),
    body: textAt(recordAt(changed, 'text') ?? {}, 'body') ?? media?.body,
    attachments: media?.attachments,
    data: dropUndefined({ kind, context: recordAt(changed, 'context') }),
  })
}

/** A message that the customer took back. */
export const readRevoke: KindReader = (message) => ({
  kind: 'revoke',
  replyTo: originalOf(needed(message, 'revoke')),
})

/** An emoji on a message; taken back it comes without emoji or with an empty one. */
export const readReaction: KindReader = (message) => {
  const reaction = needed(message, 'reaction')
  const replyTo = idAt(reaction, 'message_id')
  if (replyTo === undefined) throw new Error('`reaction.message_id` is missing')
  return dropUndefined({ kind: 'reaction' as const, replyTo, body: textAt(reaction, 'emoji') })
}

function originalOf(change: JsonRecord): string {
  const original = idAt(change, 'original_message_id')
  if (original === undefined) throw new Error('`original_message_id` is missing')
  return original
}

function mediaOf(changed: JsonRecord, kind: string) {
  if (recordAt(changed, kind) === undefined) return undefined
  switch (kind) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return readMedia(kind)(changed)
    default:
      return undefined
  }
}
