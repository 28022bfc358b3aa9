import type { InboundItem } from '#core/channels/inbound-item.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, restOf } from '../meta/loose-json.ts'
import { readFailures } from '../meta/read-failure.ts'
import type { Change } from './change.ts'
import { createContactBook } from './contact-book.ts'
import { readMessage, type Surroundings } from './read-message.ts'
import { noticeOf } from './read-notice.ts'
import { readStatus } from './read-status.ts'

const readHere = ['messaging_product', 'metadata', 'contacts', 'messages', 'statuses', 'errors']

/** The value of a change of field `messages`: every message, every status, then what stands beside them. */
export function readMessagesValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around: Surroundings = {
    account: idAt(recordAt(value, 'metadata') ?? {}, 'phone_number_id'),
    contacts: createContactBook(listAt(value, 'contacts') ?? []),
    errors: readFailures(value.errors),
    test: change.test,
    now,
  }
  const items = [
    ...readEach(value.messages, `${change.path}value.messages`, (item) => readMessage(item, around)),
    ...readEach(value.statuses, `${change.path}value.statuses`, (item) => readStatus(item, around)),
  ]
  if (hasAny(value.errors)) items.push(noticeOf('errors', value.errors, change))
  const strangers = around.contacts.unclaimed()
  if (strangers.length > 0) items.push(noticeOf('contacts', strangers, change))
  const rest = restOf(value, readHere)
  if (rest !== undefined) items.push(noticeOf('messages', rest, change))
  return items
}

type ReadOne = (item: JsonRecord) => InboundItem

/** A bad item is put aside alone: whatever is wrong with it, the ones beside it are read. */
function readEach(list: unknown, path: string, readOne: ReadOne): InboundItem[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) return [unreadable(path, 'is not a list', list)]
  return list.map((item, index) => {
    const where = `${path}[${index}]`
    if (!isRecord(item)) return unreadable(where, 'is not an object', item)
    try {
      return readOne(item)
    } catch (error) {
      return unreadable(where, error instanceof Error ? error.message : String(error), item)
    }
  })
}

export function unreadable(path: string, reason: string, item: unknown): InboundItem {
  return { type: 'unreadable', network: 'whatsapp', path, reason, item }
}

function hasAny(errors: unknown): boolean {
  return Array.isArray(errors) ? errors.length > 0 : errors !== undefined && errors !== null
}
