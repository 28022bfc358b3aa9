import type { ChannelNotice, NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import type { Change } from './change.ts'

/**
 * Something that is about an account rather than about a conversation, or that has no word of ours yet. `data.value`
 * is Meta's own value.
 */
export function noticeOf(
  topic: string,
  value: unknown,
  change: Change,
  meaning?: NoticeMeaning,
): ChannelNotice {
  return dropUndefined({
    type: 'channel-notice' as const,
    network: 'whatsapp' as const,
    account: change.account,
    business: change.business,
    topic,
    meaning,
    data: dropUndefined({ time: change.time, value: value ?? null, test: change.test || undefined }),
  })
}
