import { dropUndefined } from '../../meta/drop-undefined.ts'
import { listAt, recordAt, restOf, textAt } from '../../meta/loose-json.ts'
import { type KindReader, needed } from './kind-facts.ts'
import { readEdit, readReaction, readRevoke } from './read-change-of-message.ts'
import { readInteractive, readTemplateButton } from './read-interactive.ts'
import { readMedia } from './read-media.ts'
import { readRequestWelcome, readSystem } from './read-system.ts'

const readText: KindReader = (message) => {
  const text = needed(message, 'text')
  if (typeof text.body !== 'string') throw new Error('`text.body` is missing or is not a string')
  return dropUndefined({ kind: 'text' as const, body: text.body, data: restOf(text, ['body']) })
}

const readLocation: KindReader = (message) => ({ kind: 'location', data: needed(message, 'location') })

const readContacts: KindReader = (message) => {
  const contacts = listAt(message, 'contacts')
  if (contacts === undefined) throw new Error('`contacts` is missing or is not a list')
  return { kind: 'contacts', data: { contacts } }
}

const readOrder: KindReader = (message) => {
  const order = needed(message, 'order')
  const data = dropUndefined({
    catalogId: textAt(order, 'catalog_id'),
    items: order.product_items,
    details: restOf(order, ['catalog_id', 'product_items', 'text']),
  })
  return dropUndefined({ kind: 'order' as const, body: textAt(order, 'text'), data })
}

const readUnsupported: KindReader = (message) => ({
  kind: 'unsupported',
  data: dropUndefined({ kind: textAt(recordAt(message, 'unsupported') ?? {}, 'type') }),
})

/** Old messages of a phone come without their files, which follow under the same id in calls of their own. */
const readPlaceholder: KindReader = () => ({
  kind: 'unsupported',
  data: { kind: 'media_placeholder', placeholder: true },
})

const readers = new Map<string, KindReader>([
  ['text', readText],
  ['image', readMedia('image')],
  ['video', readMedia('video')],
  ['audio', readMedia('audio')],
  ['document', readMedia('document')],
  ['sticker', readMedia('sticker')],
  ['location', readLocation],
  ['contacts', readContacts],
  ['interactive', readInteractive],
  ['button', readTemplateButton],
  ['order', readOrder],
  ['reaction', readReaction],
  ['edit', readEdit],
  ['revoke', readRevoke],
  ['system', readSystem],
  ['request_welcome', readRequestWelcome],
  ['unsupported', readUnsupported],
  ['media_placeholder', readPlaceholder],
])

/**
 * What the kind of a message adds. A kind that is not in the list is `unknown`, with the message as it came.
 *
 * @param failed whether the network reports an error with the message: then a known kind without its own
 *   part is one that the network could not hand over, rather than one that we cannot read
 * @throws Error with the reason when the message lacks what its kind must have
 */
export const readKind = (message: Record<string, unknown>, failed: boolean): ReturnType<KindReader> => {
  const type = textAt(message, 'type')
  if (type === undefined) throw new Error('`type` is missing or is not a string')
  const read = readers.get(type)
  if (read === undefined) return { kind: 'unknown', data: { kind: type, raw: message } }
  if (failed && message[type] === undefined && type !== 'unsupported') {
    return { kind: 'unsupported', data: { kind: type } }
  }
  return read(message)
}
