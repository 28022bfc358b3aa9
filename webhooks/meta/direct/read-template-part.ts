import { dropUndefined } from '../drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../loose-json.ts'
import type { Part } from './read-part.ts'

/** A structured message: of the business with buttons or cards, of a customer who asks about a product of its shop. */
export function readTemplatePart(payload: JsonRecord): Part {
  const [product] = listAt(recordAt(payload, 'product') ?? {}, 'elements') ?? []
  if (isRecord(product)) return readProduct(product, payload)
  const cards = (listAt(payload, 'elements') ?? []).filter(isRecord)
  const lines = [
    textAt(payload, 'text'),
    ...cards.flatMap((card) => [textAt(card, 'title'), textAt(card, 'subtitle')]),
  ]
  const body = lines.filter((line) => line !== undefined).join('\n')
  if (body === '') return { kind: 'unknown', attachments: [], data: { kind: 'template', raw: payload } }
  return { kind: 'text', body, attachments: [], data: { template: payload } }
}

function readProduct(product: JsonRecord, payload: JsonRecord): Part {
  const title = textAt(product, 'title')
  const url = textAt(product, 'image_url')
  const share = dropUndefined({ type: 'product', id: idAt(product, 'id'), title, details: payload })
  return dropUndefined({
    kind: 'share' as const,
    body: title,
    attachments: url === undefined ? [] : [{ kind: 'image' as const, url }],
    data: { share },
  })
}
