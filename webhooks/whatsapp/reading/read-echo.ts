import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { readMessage } from './read-message.ts'
import { readPerson, readPersonIds, receiverKeys, senderKeys } from './read-person.ts'
import { isOwnPhone, type Surroundings } from './surroundings.ts'

/**
 * A message that the owner wrote in the WhatsApp Business app: the customer is the one whom it went to. Meta's
 * examples of edits and revocations write the two the other way round, so the business's own number is not taken for
 * the customer's.
 *
 * @throws Error with the reason when the item is not a message that can be told apart from others
 */
export function readEcho(
  message: JsonRecord,
  around: Surroundings,
  history?: InboundMessage['history'],
): InboundMessage {
  const to = readPersonIds(message, receiverKeys)
  const ids = isOwnPhone(to.phone, around) ? readPersonIds(message, senderKeys) : to
  return readMessage(message, around, { person: readPerson(ids, around.contacts), own: true, history })
}
