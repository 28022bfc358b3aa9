import type { InboundAttachment, MessageKind } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, recordAt, textAt } from '../loose-json.ts'
import { readPart } from './read-part.ts'

/** What a message says: what its attachments and its text are together. */
export interface Content {
  kind: MessageKind
  body?: string
  attachments: InboundAttachment[]
  data: Record<string, unknown>
}

/**
 * The content of a message; undefined when it has none. The first attachment that we know gives the kind; facts of
 * further ones stand in `data.more`. Attachments that only show a link of the text do not turn it into something else.
 */
export function readContent(list: unknown[], text: string | undefined): Content | undefined {
  const parts = withoutDoubles(list).map(readPart)
  if (
    text !== undefined &&
    parts.every(({ kind, isLink }) => isLink || kind === 'unknown' || kind === 'unsupported')
  ) {
    const link = parts.find(({ isLink }) => isLink)?.data.share
    const strange = parts.filter(({ isLink }) => !isLink).map(({ data }) => data)
    const data = dropUndefined({ link, more: strange.length > 0 ? strange : undefined })
    return { kind: 'text', body: text, attachments: [], data }
  }
  const main = parts.find(({ kind }) => kind !== 'unknown' && kind !== 'unsupported') ?? parts[0]
  if (main === undefined) return undefined
  const more = parts.filter((part) => part !== main && Object.keys(part.data).length > 0)
  return dropUndefined({
    kind: main.kind,
    body: text ?? main.body,
    attachments: parts.flatMap(({ attachments }) => attachments),
    data: dropUndefined({
      ...main.data,
      more: more.length > 0 ? more.map(({ kind, data }) => ({ kind, ...data })) : undefined,
    }),
  })
}

/** Until August 2026 Messenger sent each sticker twice, as an image too. */
function withoutDoubles(list: unknown[]): unknown[] {
  const payloads = (type: string) =>
    list.filter(isRecord).flatMap((item) => (item.type === type ? [recordAt(item, 'payload') ?? {}] : []))
  const stickers = payloads('sticker')
  if (stickers.length === 0) return list
  const isSame = (payload: JsonRecord) => (sticker: JsonRecord) =>
    (idAt(sticker, 'sticker_id') !== undefined &&
      idAt(sticker, 'sticker_id') === idAt(payload, 'sticker_id')) ||
    (textAt(sticker, 'url') !== undefined && textAt(sticker, 'url') === textAt(payload, 'url'))
  return list.filter(
    (item) =>
      !(isRecord(item) && item.type === 'image' && stickers.some(isSame(recordAt(item, 'payload') ?? {}))),
  )
}
