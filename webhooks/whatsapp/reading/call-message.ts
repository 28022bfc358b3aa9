import type { ChannelNotice, InboundMessage, Person } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord } from '../../meta/loose-json.ts'
import { readTime } from '../../meta/read-time.ts'
import { noticeOf } from './read-notice.ts'
import { accountOf, type Surroundings } from './surroundings.ts'

/** One thing that happened to a call. */
export interface CallEvent {
  name: string
  direction: 'inbound' | 'outbound'
  person: Person
  data: JsonRecord
}

/** Longer names are nobody's, and would make ids too long for an index. */
const longestName = 40

/**
 * A call is several things that happen one after another, each under an id of its own: the call's and the event's. A
 * call that the business made is an echo. What names no person is kept as a notice.
 *
 * @throws Error with the reason when it cannot be told which call or account it is about
 */
export function callMessage(
  item: JsonRecord,
  event: CallEvent,
  around: Surroundings,
): InboundMessage | ChannelNotice {
  const call = idAt(item, 'id')
  if (call === undefined) throw new Error('`id` is missing or is not an id')
  const account = accountOf(around)
  if (event.person.identities.length === 0) return noticeOf('calls', item, around.change)
  const name = event.name.toLowerCase().slice(0, longestName)
  const time = readTime(item.timestamp, around.now)
  return dropUndefined({
    type: 'message' as const,
    network: 'whatsapp' as const,
    account,
    externalId: `${call}:${name}`,
    person: event.person,
    sentAt: time.at,
    kind: 'call' as const,
    attachments: [],
    data: dropUndefined({
      event: name,
      direction: event.direction,
      callId: call,
      ...event.data,
      unreadableTime: time.unreadable,
      test: around.change.test || undefined,
    }),
    echo: event.direction === 'outbound' ? {} : undefined,
  })
}
