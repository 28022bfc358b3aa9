import type { InboundItem } from '#core/channels/inbound-item.ts'
import { deriveId } from '../meta/direct/derive-id.ts'
import type { EventReader } from '../meta/direct/dialect.ts'
import { messageOf } from '../meta/direct/message-of.ts'
import { needed } from '../meta/direct/needed.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../meta/loose-json.ts'

/**
 * Somebody agreed: by the checkbox of a website (then he is known by a `user_ref`), or to messages about a topic, which
 * he may also stop or take up again.
 */
export const readOptin: EventReader = (event, place) => {
  const optin = needed(event, 'optin')
  const topic = textAt(optin, 'type')
  const message = messageOf(withUserRef(event, optin), place, {
    externalId: deriveId('optin', [event.sender, event.recipient, event.timestamp, optin]),
    kind: 'system',
    ...dropUndefined({ body: textAt(optin, 'title') }),
    data: dropUndefined({
      event: 'optin',
      topic,
      ref: textAt(optin, 'ref'),
      payload: textAt(optin, 'payload'),
      details: optin,
    }),
  })
  if (topic !== 'notification_messages') return [message]
  const preference: InboundItem = {
    type: 'preference',
    network: place.network,
    account: message.account,
    person: message.person,
    category: 'marketing',
    wants: !/^stop/i.test(textAt(optin, 'notification_messages_status') ?? ''),
    at: message.sentAt,
  }
  return [message, preference]
}

/** The checkbox writes the `user_ref` into the event's own part, beside no sender at all. */
function withUserRef(event: JsonRecord, optin: JsonRecord): JsonRecord {
  const sender = recordAt(event, 'sender') ?? {}
  const ref = idAt(optin, 'user_ref')
  return ref === undefined || idAt(sender, 'user_ref') !== undefined
    ? event
    : { ...event, sender: { ...sender, user_ref: ref } }
}
