import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord } from '../../meta/loose-json.ts'
import { plainLimit } from './plain-limit.ts'

/** To how many people the business may write first in a day, and how many numbers it may have. */
export function meaningsOfCapability(value: JsonRecord): NoticeMeaning[] {
  const facts = dropUndefined({
    limit: plainLimit(
      value.max_daily_conversations_per_business ??
        value.max_daily_conversation_per_business ??
        value.max_daily_conversation_per_phone,
    ),
    numbers: idAt(value, 'max_phone_numbers_per_waba'),
  })
  return Object.keys(facts).length > 0 ? [{ kind: 'account-facts', facts }] : []
}
