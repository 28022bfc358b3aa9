import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readCall } from './read-call.ts'
import { readCallStatus } from './read-call-status.ts'
import { readEach } from './read-each.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `calls`: calls that connect and end, and how far ours to customers have come. */
export function readCallsValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  const path = `${change.path}value`
  const calls = Array.isArray(value.calls) ? value.calls.length : 0
  // Errors in a value with calls are the calls' own.
  const known = ['calls', 'statuses', ...(calls > 0 ? ['errors'] : [])]
  return [
    ...readEach(value.calls, `${path}.calls`, (item) => readCall(item, around, calls === 1)),
    ...readEach(value.statuses, `${path}.statuses`, (item) => readCallStatus(item, around)),
    ...readBeside(value, 'calls', known, around),
  ]
}
