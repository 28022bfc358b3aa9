import type { InboundAttachment, MessageKind } from '#core/channels/inbound-item.ts'
import { type JsonRecord, recordAt } from '../../meta/loose-json.ts'

/** What the kind of a message adds to what every message has. */
export interface KindFacts {
  kind: MessageKind
  body?: string
  replyTo?: string
  attachments?: InboundAttachment[]
  data?: Record<string, unknown>
}

/** Reads the part of a message that its kind names, such as `message.image`. */
export type KindReader = (message: JsonRecord) => KindFacts

/**
 * The part of a message that must be there.
 *
 * @throws Error whose message is the reason that the item is put aside with
 */
export function needed(record: JsonRecord, key: string): JsonRecord {
  const part = recordAt(record, key)
  if (part === undefined) throw new Error(`\`${key}\` is missing or is not an object`)
  return part
}
