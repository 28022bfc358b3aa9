import type { InboundItem } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import type { Change } from './change.ts'
import { readBeside } from './read-beside.ts'
import { readEach } from './read-each.ts'
import { readEcho } from './read-echo.ts'
import { readHistory } from './read-history.ts'
import { importFailed } from './read-import-progress.ts'
import { readMessage } from './read-message.ts'
import { readPerson, readPersonIds, senderKeys } from './read-person.ts'
import { isOwnPhone, type Surroundings, surroundingsOf } from './surroundings.ts'

/**
 * The value of a change of field `history`: old chats of the phone, how far they have come, and, in calls of their
 * own, the files of messages that came as placeholders.
 */
export function readHistoryValue(value: JsonRecord, change: Change, now: Date): InboundItem[] {
  const around = surroundingsOf(value, change, now)
  const path = `${change.path}value`
  // Without an account nobody's import can have failed: then the errors are kept as a notice.
  const failed = around.account === undefined ? [] : importFailed(around.errors, around)
  const known = ['history', 'messages', 'message_echoes', ...(failed.length > 0 ? ['errors'] : [])]
  return [
    ...readEach(value.history, `${path}.history`, (part, at) => readHistory(part, at, around)),
    ...readEach(value.messages, `${path}.messages`, (item) => readFile(item, around)),
    ...readEach(value.message_echoes, `${path}.message_echoes`, (item) => readEcho(item, around, {})),
    ...failed,
    ...readBeside(value, 'history', known, around),
  ]
}

/** A file of an old message; some that the business sent stand among the customers'. */
function readFile(message: JsonRecord, around: Surroundings) {
  const ids = readPersonIds(message, senderKeys)
  if (isOwnPhone(ids.phone, around)) return readEcho(message, around, {})
  return readMessage(message, around, { person: readPerson(ids, around.contacts), history: {} })
}
