import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readEach } from './read-each.ts'
import { readMessage } from './read-message.ts'
import { readStatus } from './read-status.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `messages`: every message, every status, then what stands beside them. */
export function readMessagesValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  const path = `${change.path}value`
  return [
    ...readEach(value.messages, `${path}.messages`, (item) => readMessage(item, around)),
    ...readEach(value.statuses, `${path}.statuses`, (item) => readStatus(item, around)),
    ...readBeside(value, 'messages', ['messages', 'statuses'], around),
  ]
}
