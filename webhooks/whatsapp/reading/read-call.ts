import type { ChannelNotice, InboundMessage, Person } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, restOf, textAt } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import { callMessage } from './call-message.ts'
import { readPerson, readPersonIds, receiverKeys, senderKeys } from './read-person.ts'
import { isOwnPhone, type Surroundings } from './surroundings.ts'

const known = [
  ...['id', 'timestamp', 'event', 'direction', 'status', 'duration', 'start_time', 'end_time', 'errors'],
  ...['biz_opaque_callback_data', ...Object.values(senderKeys).flat(), ...Object.values(receiverKeys).flat()],
  // Addresses of devices for those who answer calls; nobody here does.
  'session',
]

/**
 * One event of a call: `connect` when it rings, `terminate` when it is over.
 *
 * @param alone whether it is the only call in its value
 * @throws Error with the reason when it cannot be told what happened to which call
 */
export function readCall(
  call: JsonRecord,
  around: Surroundings,
  alone: boolean,
): InboundMessage | ChannelNotice {
  const name = textAt(call, 'event')
  if (name === undefined) throw new Error('`event` is missing or is not a string')
  const direction = call.direction === 'BUSINESS_INITIATED' ? 'outbound' : 'inbound'
  const own = readFailures(call.errors)
  const errors = own.length > 0 ? own : around.errors
  const seconds = Number(call.duration)
  const data = dropUndefined({
    seconds: call.duration !== undefined && seconds >= 0 ? seconds : undefined,
    status: textAt(call, 'status')?.toLowerCase(),
    startedAt: idAt(call, 'start_time'),
    endedAt: idAt(call, 'end_time'),
    errors: errors.length > 0 ? errors : undefined,
    callbackData: textAt(call, 'biz_opaque_callback_data'),
    other: restOf(call, known),
  })
  const person = customerOf(call, direction, around, alone)
  return callMessage(call, { name, direction, person, data }, around)
}

/**
 * The customer of a call. A contact that one of the two sides refers to is him; Meta's examples also hold calls whose
 * only contact is on neither side, and calls between numbers that are given the wrong way round.
 */
function customerOf(
  call: JsonRecord,
  direction: 'inbound' | 'outbound',
  around: Surroundings,
  alone: boolean,
): Person {
  const from = readPersonIds(call, senderKeys)
  const to = readPersonIds(call, receiverKeys)
  const sides = (direction === 'inbound' ? [from, to] : [to, from]).filter(
    (ids) => Object.keys(ids).length > 0 && !isOwnPhone(ids.phone, around),
  )
  const known = sides.find((ids) => around.contacts.find(ids) !== undefined)
  if (known) return readPerson(known, around.contacts)
  const only = alone ? readPerson({}, around.contacts) : { identities: [] }
  const [first] = sides
  return only.identities.length > 0 || first === undefined ? only : readPerson(first, around.contacts)
}
