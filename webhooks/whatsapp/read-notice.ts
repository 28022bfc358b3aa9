import type { ChannelNotice } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import type { Change } from './change.ts'

/**
 * Something that is not a message or a state of one: templates, the account, echoes of the phone app,
 * history, preferences, calls. `data` holds Meta's own value, and the business account that the envelope
 * names.
 */
export function noticeOf(topic: string, value: unknown, change: Change): ChannelNotice {
  return dropUndefined({
    type: 'channel-notice' as const,
    network: 'whatsapp' as const,
    account: change.account,
    topic,
    data: dropUndefined({
      business: change.business,
      time: change.time,
      value: value ?? null,
      test: change.test || undefined,
    }),
  })
}
