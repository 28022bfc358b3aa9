import type { InboundMessage, Person } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, restOf, textAt } from '../../meta/loose-json.ts'
import { readFailures } from '../../meta/read-failure.ts'
import { readTime } from '../../meta/read-time.ts'
import { readKind } from './read-kind.ts'
import { readPerson, readPersonIds, receiverKeys, senderKeys } from './read-person.ts'
import { readReferral } from './read-referral.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

/** Whose message it is, and how it comes to us. */
export interface Part {
  /** The customer, whoever wrote. */
  person: Person
  /** Written by the business. */
  own?: boolean | undefined
  history?: InboundMessage['history'] | undefined
  /** Further facts for `data`. */
  data?: JsonRecord
}

const readHere = ['id', 'timestamp', 'type', 'context', 'referral', 'errors', 'group_id', 'origin']
const contextReadHere = ['id', 'from', 'forwarded', 'frequently_forwarded', 'referred_product']
const senders = Object.values(senderKeys).flat()
const receivers = [...Object.values(receiverKeys).flat(), 'history_context']

/**
 * @param part absent: a customer wrote it just now
 * @throws Error with the reason when the item is not a message that can be told apart from others
 */
export function readMessage(
  message: JsonRecord,
  around: Surroundings,
  part: Part = fromCustomer(message, around),
): InboundMessage {
  const externalId = idAt(message, 'id')
  if (externalId === undefined) throw new Error('`id` is missing or is not an id')
  const account = accountOf(around)

  const own = readFailures(message.errors)
  const facts = readKind(message, own.length > 0 || around.errors.length > 0)
  const errors = own.length > 0 ? own : facts.kind === 'unsupported' ? around.errors : own
  const time = readTime(message.timestamp, around.now)
  const context = recordAt(message, 'context') ?? {}
  const arrived = recordAt(message, 'referral')
  const { referral, details } = arrived ? readReferral(arrived) : {}
  const type = textAt(message, 'type') ?? ''
  const known = [...readHere, ...senders, type, ...(part.own || part.history ? receivers : [])]

  return dropUndefined({
    type: 'message' as const,
    network: 'whatsapp' as const,
    account,
    externalId,
    person: part.person,
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
      ...part.data,
      other: facts.kind === 'unknown' ? undefined : restOf(message, known),
      test: around.change.test || undefined,
    }),
    echo: part.own ? {} : undefined,
    history: part.history,
  })
}

/** A `from` that is neither a phone number nor a business-scoped id names nobody, but is kept. */
function fromCustomer(message: JsonRecord, around: Surroundings): Part {
  const ids = readPersonIds(message, senderKeys)
  const from = idAt(message, 'from')
  const readable = from === undefined || from === ids.phone || from === ids.user
  return {
    person: readPerson(ids, around.contacts),
    ...(readable ? {} : { data: { unreadableSender: from } }),
  }
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
