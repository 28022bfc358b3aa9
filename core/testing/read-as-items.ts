import type { InboundItem } from '../channels/inbound-item.ts'

/** A reader for tests whose calls carry our own words as JSON: it only brings the dates back. */
export const readAsItems = (body: Buffer): InboundItem[] =>
  JSON.parse(body.toString(), (key, value) =>
    ['sentAt', 'at', 'upTo'].includes(key) && typeof value === 'string' ? new Date(value) : value,
  )
