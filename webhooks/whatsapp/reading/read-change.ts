import type { InboundItem } from '#core/channels/inbound-item.ts'
import { isRecord, type JsonRecord, textAt } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readCallsValue } from './read-calls-value.ts'
import { readContactsValue } from './read-contacts-value.ts'
import { readEchoesValue } from './read-echoes-value.ts'
import { readHistoryValue } from './read-history-value.ts'
import { readIdentitiesValue } from './read-identities-value.ts'
import { readManagement } from './read-management.ts'
import { readMessagesValue } from './read-messages-value.ts'
import { readPreferencesValue } from './read-preferences-value.ts'
import { unreadable } from './unreadable.ts'

type ValueReader = (value: JsonRecord, change: Change, now: Date) => InboundItem[]

/** The fields whose values hold lists of things in our words. */
const readers = new Map<string, ValueReader>([
  ['messages', readMessagesValue],
  ['smb_message_echoes', readEchoesValue],
  ['history', readHistoryValue],
  ['calls', readCallsValue],
  ['user_preferences', readPreferencesValue],
  ['user_id_update', readIdentitiesValue],
  ['smb_app_state_sync', readContactsValue],
])

/** One change: people and their messages in our words, every other field as a notice of its own name. */
export function readChange(change: Change, now: Date): InboundItem[] {
  const { value } = change.record
  const field =
    textAt(change.record, 'field') ?? (isRecord(value) && hasItems(value) ? 'messages' : undefined)
  const reader = readers.get(field ?? '')
  if (reader === undefined) return readManagement(field, value, change)
  if (!isRecord(value)) {
    return [unreadable(`${change.path}value`, 'is missing or is not an object', change.record)]
  }
  return reader(value, change, now)
}

function hasItems(value: JsonRecord): boolean {
  return Array.isArray(value.messages) || Array.isArray(value.statuses)
}
