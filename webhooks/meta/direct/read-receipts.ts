import type { DeliveryState, InboundItem, Watermark } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, type JsonRecord, listAt } from '../loose-json.ts'
import { readTime } from '../read-time.ts'
import type { EventReader, Place } from './dialect.ts'
import { needed } from './needed.ts'
import { fromIso, readEventTime } from './read-event-time.ts'
import { readParties } from './read-parties.ts'

/** Messages that reached the customer: each by its id, and everything up to a moment. */
export const readDelivery: EventReader = (event, place) => receipts(event, place, 'delivery', 'delivered')

/** Messages that the customer saw: Instagram names the last one, Messenger a moment. */
export const readSeen: EventReader = (event, place) => receipts(event, place, 'read', 'read')

/** @throws Error when it says neither which messages nor up to when */
function receipts(event: JsonRecord, place: Place, key: string, state: Watermark['state']): InboundItem[] {
  const part = needed(event, key)
  const { account, person } = readParties(event, place)
  const { network } = place
  const { at } = readEventTime(event.timestamp, place)
  const marks = dropUndefined({ standby: place.standby || undefined, test: place.test || undefined })
  const mids = [part.mid, ...(listAt(part, 'mids') ?? [])].flatMap((mid) => idAt({ mid }, 'mid') ?? [])
  const items: InboundItem[] = mids.map(
    (externalId): DeliveryState => ({
      type: 'delivery-state',
      network,
      account,
      externalId,
      state,
      at,
      data: marks,
    }),
  )
  const upTo = readTime(fromIso(part.watermark), place.now)
  if (!('unreadable' in upTo)) {
    items.push({ type: 'watermark', network, account, person, state, upTo: upTo.at, at })
  }
  if (items.length === 0) throw new Error(`\`${key}\` names no message and no moment`)
  return items
}
