import type { ChannelNotice, NoticeMeaning, UnreadableItem } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../drop-undefined.ts'
import { idAt, isRecord, recordAt } from '../loose-json.ts'
import type { Place } from './dialect.ts'

/** Something that is not a message or a state of one, whole as Meta sent it. */
export function noticeAt(
  place: Place,
  topic: string,
  value: unknown,
  meaning?: NoticeMeaning,
): ChannelNotice {
  const recipient = isRecord(value) ? idAt(recordAt(value, 'recipient') ?? {}, 'id') : undefined
  return dropUndefined({
    type: 'channel-notice' as const,
    network: place.network,
    account: place.account ?? recipient,
    topic,
    meaning,
    data: dropUndefined({
      time: place.entryTime,
      value: value ?? null,
      standby: place.standby || undefined,
      test: place.test || undefined,
    }),
  })
}

export function unreadableAt(place: Place, reason: string, item: unknown): UnreadableItem {
  return { type: 'unreadable', network: place.network, path: place.path, reason, item: item ?? null }
}
