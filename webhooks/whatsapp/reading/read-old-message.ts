import type { InboundMessage } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'
import { readMessage } from './read-message.ts'
import { readPersonIds, receiverKeys, senderKeys } from './read-person.ts'
import type { Chat } from './read-thread.ts'
import { isOwnPhone, type Surroundings } from './surroundings.ts'

type HistoryStatus = NonNullable<NonNullable<InboundMessage['history']>['status']>

const statuses = new Map<string, HistoryStatus>([
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'read'],
  ['ERROR', 'failed'],
])

/**
 * A message of an old chat: the business's own where its number wrote it, or where it says to whom it went.
 *
 * @throws Error with the reason when the item is not a message that can be told apart from others
 */
export function readOldMessage(message: JsonRecord, chat: Chat, around: Surroundings): InboundMessage {
  const word = textAt(recordAt(message, 'history_context') ?? {}, 'status')
  const status = statuses.get(word?.toUpperCase() ?? '')
  return readMessage(message, around, {
    person: chat.person,
    own: isOwn(message, chat, around) || undefined,
    history: dropUndefined({ status }),
    // A voice message that was heard, or a message that never left the phone, has no word of ours.
    ...(word === undefined || status === word.toLowerCase() ? {} : { data: { historyStatus: word } }),
  })
}

function isOwn(message: JsonRecord, { ids }: Chat, around: Surroundings): boolean {
  const from = readPersonIds(message, senderKeys)
  if (isOwnPhone(from.phone, around)) return true
  if (from.phone !== undefined && from.phone === ids.phone) return false
  if (from.user !== undefined && from.user === ids.user) return false
  const to = readPersonIds(message, receiverKeys)
  return Object.keys(to).length > 0 && !isOwnPhone(to.phone, around)
}
