import type { InboundMessage } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import type { JsonRecord } from '../loose-json.ts'
import type { Place } from './dialect.ts'
import { readEventTime } from './read-event-time.ts'
import { readParties } from './read-parties.ts'

type Facts = Pick<InboundMessage, 'externalId' | 'kind'> &
  Partial<Pick<InboundMessage, 'body' | 'replyTo' | 'attachments' | 'referral' | 'data' | 'echo' | 'erase'>>

/** A message out of what its own reader found and what every event has: ends, time, and where it stood. */
export function messageOf(event: JsonRecord, place: Place, facts: Facts): InboundMessage {
  const { account, person, byBusiness } = readParties(event, place)
  const time = readEventTime(event.timestamp, place)
  return dropUndefined({
    type: 'message' as const,
    network: place.network,
    account,
    person,
    sentAt: time.at,
    attachments: [],
    ...facts,
    echo: byBusiness ? (facts.echo ?? {}) : undefined,
    data: dropUndefined({
      ...facts.data,
      unreadableTime: time.unreadable,
      standby: place.standby || undefined,
      test: place.test || undefined,
    }),
  })
}
