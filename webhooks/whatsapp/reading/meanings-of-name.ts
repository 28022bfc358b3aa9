import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, textAt } from '../../meta/loose-json.ts'

/** Meta's decision about a display name that was asked for; only an approved one is the number's name. */
export function meaningsOfName(value: JsonRecord): NoticeMeaning[] {
  const decision = textAt(value, 'decision')
  if (decision === undefined) return []
  const name = textAt(value, 'requested_verified_name')
  const facts = dropUndefined({
    displayName: decision === 'APPROVED' ? name : undefined,
    nameReview: [decision, textAt(value, 'rejection_reason')].filter((part) => part !== undefined).join(': '),
    displayNumber: idAt(value, 'display_phone_number'),
  })
  return [{ kind: 'account-facts', facts }]
}
