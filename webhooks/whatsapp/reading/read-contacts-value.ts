import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readBookEntry } from './read-book-entry.ts'
import { readEach } from './read-each.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `smb_app_state_sync`: the address book of the business's phone. */
export function readContactsValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  return [
    ...readEach(value.state_sync, `${change.path}value.state_sync`, (item) => readBookEntry(item, around)),
    ...readBeside(value, 'smb_app_state_sync', ['state_sync'], around),
  ]
}
