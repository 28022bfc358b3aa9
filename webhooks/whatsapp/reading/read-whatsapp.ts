import type { InboundItem, InboundReader } from '#core/channels/inbound-item.ts'
import { cleanJson } from '#core/clean-text.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../meta/loose-json.ts'
import { parseLosslessly } from '../../meta/parse-losslessly.ts'
import type { Change } from './change.ts'
import { readChange } from './read-change.ts'
import { noticeOf } from './read-notice.ts'
import { unreadable } from './unreadable.ts'

/**
 * The reader of WhatsApp's webhook calls: every entry, every change, every item, in their order. Pure but
 * for `now`, which stands in where the network's own time makes no sense.
 *
 * @returns a reader that throws only for what is not a JSON object
 */
export function createWhatsappReader(options: { now: () => Date }): InboundReader {
  return (body) => {
    const call = cleanJson(parseLosslessly(body.toString('utf8')))
    if (!isRecord(call)) throw new SyntaxError('A WhatsApp call is a JSON object; this one is not.')
    return readCall(call, options.now())
  }
}

function readCall(call: JsonRecord, now: Date): InboundItem[] {
  const object = textAt(call, 'object')
  if (object !== undefined && object !== 'whatsapp_business_account') {
    return [noticeOf(`object.${object}`, call, changeOf({}, '', {}))]
  }
  const entries = listAt(call, 'entry')
  if (entries !== undefined)
    return entries.flatMap((entry, index) => readEntry(entry, `entry[${index}]`, now))
  // The "Test" button of Meta's dashboard sends a change without anything around it.
  if (isRecord(call.value)) return readChange({ ...changeOf(call, '', {}), test: true }, now)
  return [unreadable('', '`entry` is missing or is not a list', call)]
}

function readEntry(entry: unknown, path: string, now: Date): InboundItem[] {
  if (!isRecord(entry)) return [unreadable(path, 'is not an object', entry)]
  const changes = listAt(entry, 'changes')
  if (changes === undefined) return [unreadable(path, '`changes` is missing or is not a list', entry)]
  return changes.flatMap((record, index) => {
    const where = `${path}.changes[${index}]`
    if (!isRecord(record)) return [unreadable(where, 'is not an object', record)]
    const named = record.field === undefined ? { ...record, ...fieldOf(entry) } : record
    return readChange(changeOf(named, `${where}.`, entry), now)
  })
}

/** One of Meta's examples writes the field beside `changes` instead of inside them. */
function fieldOf(entry: JsonRecord) {
  const field = textAt(entry, 'field')
  return field === undefined ? {} : { field }
}

function changeOf(record: JsonRecord, path: string, entry: JsonRecord): Change {
  const business = idAt(entry, 'id')
  return {
    path,
    business,
    account: idAt(recordAt(recordAt(record, 'value') ?? {}, 'metadata') ?? {}, 'phone_number_id'),
    time: entry.time,
    test: business === '0',
    record,
  }
}
