import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, textAt } from '../../meta/loose-json.ts'
import { plainLimit } from './plain-limit.ts'

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
    quality: event === 'FLAGGED' ? event : undefined,
    displayNumber: idAt(value, 'display_phone_number'),
  })
  const told: NoticeMeaning[] = Object.keys(facts).length > 0 ? [{ kind: 'account-facts', facts }] : []
  // The call is about a business, which may have several numbers: people are told which.
  const detail = facts.displayNumber
  if (event === 'FLAGGED')
    told.push(dropUndefined({ kind: 'danger' as const, code: 'quality', title: event, detail }))
  if (event === 'UNFLAGGED') told.push({ kind: 'relief', code: 'quality' })
  const before = faster ? undefined : plainLimit(value.old_limit)
  if (event === 'DOWNGRADE' || sizeOf(limit) < sizeOf(before)) {
    const change = [before, limit].filter((one) => one !== undefined).join(' → ')
    told.push(
      dropUndefined({ kind: 'danger' as const, code: 'limit', title: event, detail: change || undefined }),
    )
  } else if (event === 'UPGRADE' || sizeOf(limit) > sizeOf(before)) {
    told.push({ kind: 'relief', code: 'limit' })
  }
  return told
}

/** NaN, which is neither more nor less, where there is no limit to compare. */
function sizeOf(limit: string | undefined): number {
  return limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit)
}
