import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readEach } from './read-each.ts'
import { readPreference } from './read-preference.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `user_preferences`: who wants marketing messages, and who no longer does. */
export function readPreferencesValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  const path = `${change.path}value.user_preferences`
  return [
    ...readEach(value.user_preferences, path, (item) => readPreference(item, around)),
    ...readBeside(value, 'user_preferences', ['user_preferences'], around),
  ]
}
