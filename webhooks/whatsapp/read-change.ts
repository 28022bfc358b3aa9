import type { InboundItem } from '#core/channels/inbound-item.ts'
import { isRecord, textAt } from '../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readMessagesValue, unreadable } from './read-messages-value.ts'
import { noticeOf } from './read-notice.ts'

/** One change: messages and states in our words, every other field as a notice of its own name. */
export function readChange(change: Change, now: Date): InboundItem[] {
  const { value } = change.record
  const field = textAt(change.record, 'field')
  if (field === 'messages' && !isRecord(value)) {
    return [unreadable(`${change.path}value`, 'is missing or is not an object', change.record)]
  }
  if (isRecord(value) && (field === 'messages' || (field === undefined && hasItems(value)))) {
    return readMessagesValue(value, change, now)
  }
  // Some of Meta's examples leave the field out, or write it inside the value.
  const named = isRecord(value) ? (textAt(value, 'field') ?? textAt(value, 'event')) : undefined
  return [noticeOf(field ?? named ?? 'unnamed', value, change)]
}

function hasItems(value: Record<string, unknown>): boolean {
  return Array.isArray(value.messages) || Array.isArray(value.statuses)
}
