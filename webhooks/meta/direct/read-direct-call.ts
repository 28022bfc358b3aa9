import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, restOf, textAt } from '../loose-json.ts'
import { parseLosslessly } from '../parse-losslessly.ts'
import type { Dialect, Place } from './dialect.ts'
import { noticeAt, unreadableAt } from './notice-at.ts'

const entryKeys = ['id', 'time', 'messaging', 'standby', 'changes', 'field', 'value']
const headKeys = ['sender', 'recipient', 'timestamp']

/**
 * A reader of the calls of a network that speaks in messaging events: every entry, every event, every change, in their
 * order. Pure but for `now`, which stands in where the network's own time makes no sense.
 *
 * @returns a reader that throws only for what is not a JSON object
 */
export function createDirectReader(dialect: Dialect, options: { now: () => Date }): InboundReader {
  return (body) => {
    const call = cleanJson(parseLosslessly(body.toString('utf8')))
    if (!isRecord(call)) throw new SyntaxError('A call of Meta is a JSON object; this one is not.')
    return readCall(call, dialect, options.now())
  }
}

function readCall(call: JsonRecord, dialect: Dialect, now: Date): InboundItem[] {
  const nowhere = placeOf({}, '', dialect, now)
  const object = textAt(call, 'object')
  if (object !== undefined && object !== dialect.object) return [noticeAt(nowhere, `object.${object}`, call)]
  const entries = listAt(call, 'entry')
  if (entries) return entries.flatMap((entry, index) => readEntry(entry, `entry[${index}]`, dialect, now))
  // The "Test" button of Meta's dashboard sends a change without anything around it.
  if (isRecord(call.value)) return readChange(call, { ...nowhere, test: true }, dialect)
  return [unreadableAt(nowhere, '`entry` is missing or is not a list', call)]
}

function readEntry(entry: unknown, path: string, dialect: Dialect, now: Date): InboundItem[] {
  if (!isRecord(entry)) return [unreadableAt(placeOf({}, path, dialect, now), 'is not an object', entry)]
  const place = placeOf(entry, path, dialect, now)
  const listening = { ...place, standby: true }
  const rest = restOf(entry, entryKeys)
  const items = [
    ...readList(entry.messaging, 'messaging', place, (event, at) => readEvent(event, at, dialect)),
    ...readList(entry.standby, 'standby', listening, (event, at) => readEvent(event, at, dialect)),
    ...readList(entry.changes, 'changes', place, (change, at) => readChange(change, at, dialect)),
    // Instagram Login puts a change right into the entry.
    ...(entry.field === undefined && entry.value === undefined ? [] : readChange(entry, place, dialect)),
    ...(rest === undefined ? [] : [noticeAt(place, 'entry', rest)]),
  ]
  const empty = entryKeys.slice(2).every((key) => entry[key] === undefined) && rest === undefined
  return empty ? [unreadableAt(place, 'holds neither events nor changes', entry)] : items
}

function placeOf(entry: JsonRecord, path: string, dialect: Dialect, now: Date): Place {
  const id = idAt(entry, 'id')
  const account = id === '0' ? undefined : id
  return {
    network: dialect.network,
    path,
    account,
    entryTime: entry.time,
    standby: false,
    test: id === '0',
    now,
  }
}

type ReadOne = (item: JsonRecord, place: Place) => InboundItem[]

function readList(list: unknown, key: string, place: Place, readOne: ReadOne): InboundItem[] {
  if (list === undefined || list === null) return []
  const path = `${place.path}.${key}`
  if (!Array.isArray(list)) return [unreadableAt({ ...place, path }, 'is not a list', list)]
  return list.flatMap((item, index) => {
    const at = { ...place, path: `${path}[${index}]` }
    return isRecord(item) ? readOne(item, at) : [unreadableAt(at, 'is not an object', item)]
  })
}

/** The test button, and some apps, get messaging events wrapped as the value of a change. */
function readChange(change: JsonRecord, place: Place, dialect: Dialect): InboundItem[] {
  const { value } = change
  if (isRecord(value) && (recordAt(value, 'sender') ?? recordAt(value, 'recipient'))) {
    return readEvent(value, place, dialect)
  }
  const field = textAt(change, 'field') ?? 'unnamed'
  return attempt(() => dialect.readChange(field, value, place), place, change)
}

function readEvent(event: JsonRecord, place: Place, dialect: Dialect): InboundItem[] {
  for (const [key, read] of dialect.events) {
    if (event[key] !== undefined) return attempt(() => read(event, place), place, event)
  }
  const topic = Object.keys(event).find((key) => !headKeys.includes(key))
  if (topic === undefined) return [unreadableAt(place, 'names no event', event)]
  return [noticeAt(place, topic, event)]
}

/** A bad item is put aside alone: whatever is wrong with it, the ones beside it are read. */
function attempt(read: () => InboundItem[], place: Place, item: unknown): InboundItem[] {
  try {
    return read()
  } catch (error) {
    return [unreadableAt(place, error instanceof Error ? error.message : String(error), item)]
  }
}
