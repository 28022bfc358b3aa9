import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readEach } from './read-each.ts'
import { readIdentityChange } from './read-identity-change.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `user_id_update`: who has another business-scoped id from now on. */
export function readIdentitiesValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  const path = `${change.path}value.user_id_update`
  return [
    ...readEach(value.user_id_update, path, (item) => readIdentityChange(item, around)),
    ...readBeside(value, 'user_id_update', ['user_id_update'], around),
  ]
}
