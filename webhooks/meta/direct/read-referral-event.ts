import { dropUndefined } from '../drop-undefined.ts'
import { textAt } from '../loose-json.ts'
import { deriveId } from './derive-id.ts'
import type { EventReader } from './dialect.ts'
import { messageOf } from './message-of.ts'
import { needed } from './needed.ts'
import { readDirectReferral } from './read-direct-referral.ts'

/** Somebody who already had a conversation came back through a link or an ad and has written nothing yet. */
export const readReferralEvent: EventReader = (event, place) => {
  const arrived = needed(event, 'referral')
  const { referral, details } = readDirectReferral(arrived)
  return [
    messageOf(event, place, {
      externalId: deriveId('referral', [event.sender, event.recipient, event.timestamp, arrived]),
      kind: 'system',
      referral,
      data: dropUndefined({ event: 'referral', type: textAt(arrived, 'type'), referralDetails: details }),
    }),
  ]
}
