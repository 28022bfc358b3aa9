import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { type JsonRecord, textAt } from '../../meta/loose-json.ts'

const code = 'account-review'

/** Meta's review of a new account: until it is approved, nothing can be sent. */
export function meaningsOfReview(value: JsonRecord): NoticeMeaning[] {
  const decision = textAt(value, 'decision')
  if (decision === undefined) return []
  const facts: NoticeMeaning = { kind: 'account-facts', facts: { review: decision } }
  if (decision === 'APPROVED') return [facts, { kind: 'relief', code }]
  return decision === 'REJECTED' ? [facts, { kind: 'danger', code, title: decision }] : [facts]
}
