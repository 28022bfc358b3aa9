import type { InboundMessage, NetworkFailure } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, restOf, textAt } from '../meta/loose-json.ts'
import { readFailures } from '../meta/read-failure.ts'
import { readTime } from '../meta/read-time.ts'
import type { ContactBook, PersonIds } from './contact-book.ts'
import { readKind } from './read-kind.ts'
import { readPerson, readPersonIds, senderKeys } from './read-person.ts'
import { readReferral } from './read-referral.ts'

/** What stands around the items of one value. */
export interface Surroundings {
  /** `metadata.phone_number_id`; undefined where the call does not say which account it is about. */
  account: string | undefined
  contacts: ContactBook
  /** `value.errors`: errors that the network reports beside the items. */
  errors: NetworkFailure[]
  /** Sent by the test button of Meta's dashboard rather than by a customer. */
  test: boolean
  now: Date
}

const readHere = ['id', 'timestamp', 'type', 'context', 'referral', 'errors', 'group_id', 'origin']
const contextReadHere = ['id', 'from', 'forwarded', 'frequently_forwarded', 'referred_product']
const senders = [...senderKeys.phone, ...senderKeys.user, ...senderKeys.parentUser]

/** @throws Error with the reason when the item is not a message that can be told apart from others */
export function readMessage(message: JsonRecord, around: Surroundings): InboundMessage {
  const externalId = idAt(message, 'id')
  if (externalId === undefined) throw new Error('`id` is missing or is not an id')
  if (around.account === undefined) throw new Error('`metadata.phone_number_id` is missing')

  const own = readFailures(message.errors)
  const facts = readKind(message, own.length > 0 || around.errors.length > 0)
  const errors = own.length > 0 ? own : facts.kind === 'unsupported' ? around.errors : own
  const time = readTime(message.timestamp, around.now)
  const context = recordAt(message, 'context') ?? {}
  const arrived = recordAt(message, 'referral')
  const { referral, details } = arrived ? readReferral(arrived) : {}
  const type = textAt(message, 'type') ?? ''
  const ids = readPersonIds(message, senderKeys)

  return dropUndefined({
    type: 'message' as const,
    network: 'whatsapp' as const,
    account: around.account,
    externalId,
    person: readPerson(ids, around.contacts),
    sentAt: time.at,
    kind: facts.kind,
    body: facts.body,
    replyTo: facts.replyTo ?? idAt(context, 'id'),
    attachments: facts.attachments ?? [],
    referral,
    data: dropUndefined({
      ...facts.data,
      ...readContext(context),
      origin: textAt(message, 'origin'),
      groupId: idAt(message, 'group_id'),
      referralDetails: details,
      errors: errors.length > 0 ? errors : undefined,
      unreadableTime: time.unreadable,
      unreadableSender: unreadableSender(message, ids),
      other: facts.kind === 'unknown' ? undefined : restOf(message, [...readHere, ...senders, type]),
      test: around.test || undefined,
    }),
  })
}

function readContext(context: JsonRecord) {
  const product = recordAt(context, 'referred_product')
  return {
    forwarded: context.forwarded === true || context.frequently_forwarded === true || undefined,
    frequentlyForwarded: context.frequently_forwarded === true || undefined,
    quotedFrom: idAt(context, 'from'),
    product:
      product &&
      dropUndefined({
        catalogId: idAt(product, 'catalog_id'),
        productId: idAt(product, 'product_retailer_id'),
      }),
    contextDetails: restOf(context, contextReadHere),
  }
}

/** A `from` that is neither a phone number nor a business-scoped id names nobody, but is kept. */
function unreadableSender(message: JsonRecord, ids: PersonIds): unknown {
  const from = idAt(message, 'from')
  return from === undefined || from === ids.phone || from === ids.user ? undefined : from
}
