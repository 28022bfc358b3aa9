import type { ChannelNotice, DeliveryState, DeliveryStateName } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { firstIdAt, idAt, type JsonRecord, restOf, textAt } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import { readTime } from '../../meta/read-time.ts'
import { noticeOf } from './read-notice.ts'
import { readPersonIds } from './read-person.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

const states = new Map<string, DeliveryStateName>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'played'],
  ['failed', 'failed'],
])

/** Every spelling that Meta's own examples use for the recipient's ids. */
export const recipientKeys = {
  phone: ['recipient_id'],
  user: ['recipient_user_id', 'user_id'],
  parentUser: ['recipient_parent_user_id', 'parent_recipient_user_id', 'parent_user_id'],
}
const participantKeys = {
  id: ['recipient_participant_id'],
  user: ['recipient_participant_user_id'],
  parentUser: ['recipient_participant_parent_user_id', 'parent_recipient_participant_user_id'],
}

const readHere = [
  ...['id', 'status', 'timestamp', 'errors', 'pricing', 'conversation', 'recipient_type'],
  'biz_opaque_callback_data',
  ...Object.values(recipientKeys).flat(),
  ...Object.values(participantKeys).flat(),
]

/**
 * One entry of `statuses[]`. A state that we do not know (`deleted`, `warning`) is kept as a
 * notice.
 *
 * @throws Error with the reason when it cannot be told which message or account it is about
 */
export function readStatus(status: JsonRecord, around: Surroundings): DeliveryState | ChannelNotice {
  const externalId = idAt(status, 'id')
  const name = textAt(status, 'status')
  if (externalId === undefined) throw new Error('`id` is missing or is not an id')
  if (name === undefined) throw new Error('`status` is missing or is not a string')
  const account = accountOf(around)

  around.contacts.find(readPersonIds(status, recipientKeys))
  const state = states.get(name)
  if (state === undefined) return noticeOf(`status.${name}`, status, around.change)
  const time = readTime(status.timestamp, around.now)
  const failures = readFailures(status.errors)
  const ours = textAt(status, 'biz_opaque_callback_data')
  return dropUndefined({
    type: 'delivery-state' as const,
    network: 'whatsapp' as const,
    account,
    externalId,
    state,
    at: time.at,
    messageId: isUuid(ours) ? ours.toLowerCase() : undefined,
    failure: failures[0],
    data: dropUndefined({
      recipient: readRecipient(status),
      participant: readParticipant(status),
      pricing: status.pricing,
      conversation: status.conversation,
      callbackData: isUuid(ours) ? undefined : ours,
      errors: failures.length > 1 ? failures : undefined,
      unreadableTime: time.unreadable,
      other: restOf(status, readHere),
      test: around.change.test || undefined,
    }),
  })
}

function readRecipient(status: JsonRecord) {
  return dropUndefined({
    id: firstIdAt(status, recipientKeys.phone),
    userId: firstIdAt(status, recipientKeys.user),
    parentUserId: firstIdAt(status, recipientKeys.parentUser),
    type: textAt(status, 'recipient_type'),
  })
}

/** In a group each member has a state of his own. */
function readParticipant(status: JsonRecord) {
  const participant = dropUndefined({
    id: firstIdAt(status, participantKeys.id),
    userId: firstIdAt(status, participantKeys.user),
    parentUserId: firstIdAt(status, participantKeys.parentUser),
  })
  return Object.keys(participant).length > 0 ? participant : undefined
}

/** Other tools may send from the same account with data of their own in this field. */
function isUuid(value: string | undefined): value is string {
  return value !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
}
