import type { ChannelNotice, InboundMessage } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { type JsonRecord, restOf, textAt } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import { callMessage } from './call-message.ts'
import { readPerson, readPersonIds } from './read-person.ts'
import { recipientKeys } from './read-status.ts'
import type { Surroundings } from './surroundings.ts'

const known = [
  ...['id', 'timestamp', 'type', 'status', 'errors', 'biz_opaque_callback_data'],
  ...Object.values(recipientKeys).flat(),
]

/**
 * How far a call of the business's has come: `ringing`, `accepted`, `rejected`. Only such calls have states.
 *
 * @throws Error with the reason when it cannot be told what happened to which call
 */
export function readCallStatus(status: JsonRecord, around: Surroundings): InboundMessage | ChannelNotice {
  const name = textAt(status, 'status')
  if (name === undefined) throw new Error('`status` is missing or is not a string')
  const person = readPerson(readPersonIds(status, recipientKeys), around.contacts)
  const errors = readFailures(status.errors)
  const data = dropUndefined({
    errors: errors.length > 0 ? errors : undefined,
    callbackData: textAt(status, 'biz_opaque_callback_data'),
    other: restOf(status, known),
  })
  return callMessage(status, { name, direction: 'outbound', person, data }, around)
}
