import { dropUndefined } from '../drop-undefined.ts'
import { idAt, recordAt, restOf, textAt } from '../loose-json.ts'
import { deriveId } from './derive-id.ts'
import type { EventReader } from './dialect.ts'
import { messageOf } from './message-of.ts'
import { needed } from './needed.ts'
import { readDirectReferral } from './read-direct-referral.ts'

/** A pressed button, an ice breaker or "Get started". Some come without an id of their own. */
export const readPostback: EventReader = (event, place) => {
  const postback = needed(event, 'postback')
  const arrived = recordAt(postback, 'referral')
  const { referral, details } = arrived ? readDirectReferral(arrived) : {}
  const parts = [event.sender, event.recipient, event.timestamp, postback.title, postback.payload]
  const body = textAt(postback, 'title')
  return [
    messageOf(event, place, {
      externalId: idAt(postback, 'mid') ?? deriveId('postback', parts),
      kind: 'choice',
      ...dropUndefined({ body, referral }),
      data: dropUndefined({
        payload: textAt(postback, 'payload'),
        referralDetails: details,
        other: restOf(postback, ['mid', 'title', 'payload', 'referral']),
      }),
    }),
  ]
}
