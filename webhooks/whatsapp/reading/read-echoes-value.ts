import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readEach } from './read-each.ts'
import { readEcho } from './read-echo.ts'
import { surroundingsOf } from './surroundings.ts'

/** The value of a change of field `smb_message_echoes`: what the owner wrote, edited and took back on his phone. */
export function readEchoesValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  return [
    ...readEach(value.message_echoes, `${change.path}value.message_echoes`, (item) => readEcho(item, around)),
    ...readBeside(value, 'smb_message_echoes', ['message_echoes'], around),
  ]
}
