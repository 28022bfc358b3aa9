import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, type JsonRecord, textAt } from '../meta/loose-json.ts'
import { plainLimit } from './plain-limit.ts'

/** Events that say how the number stands, with what each is about. */
const meanings = new Map<string, (detail: string | undefined) => NoticeMeaning>([
  ['FLAGGED', (detail) => dropUndefined({ kind: 'danger' as const, code: 'quality', title: 'FLAGGED', detail })],
  ['UNFLAGGED', () => ({ kind: 'relief', code: 'quality' })],
  ['DOWNGRADE', (detail) => dropUndefined({ kind: 'danger' as const, code: 'limit', title: 'DOWNGRADE', detail })],
  ['UPGRADE', () => ({ kind: 'relief', code: 'limit' })],
])

/**
 * A number's quality, its throughput, or the limit of people to whom it may write first. Where the throughput rises,
 * `current_limit` is not that limit, although it is written like one.
 */
export function meaningsOfQuality(value: JsonRecord): NoticeMeaning[] {
  const event = textAt(value, 'event') ?? ''
  const faster = event === 'THROUGHPUT_UPGRADE'
  const limit = plainLimit(
    value.max_daily_conversations_per_business ?? (faster ? undefined : value.current_limit),
  )
  const facts = dropUndefined({
    limit,
    throughput: faster ? 'HIGH' : undefined,
    quality: event === 'FLAGGED' ? 'FLAGGED' : undefined,
    displayNumber: idAt(value, 'display_phone_number'),
  })
  const told: NoticeMeaning[] = Object.keys(facts).length > 0 ? [{ kind: 'account-facts', facts }] : []
  const meaning = meanings.get(event)?.(limit)
  return meaning === undefined ? told : [...told, meaning]
}
