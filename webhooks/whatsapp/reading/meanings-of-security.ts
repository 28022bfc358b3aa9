import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord } from '../../meta/loose-json.ts'

/**
 * Somebody changed the number's PIN, or wants its two-step verification switched off: who holds both can take the
 * number away. Each event has a code of its own, so that owners hear of each.
 */
export function meaningsOfSecurity(value: JsonRecord): NoticeMeaning[] {
  const event = idAt(value, 'event')
  if (event === undefined) return []
  const about = [idAt(value, 'display_phone_number'), idAt(value, 'requester')].filter(
    (one) => one !== undefined,
  )
  const detail = about.length > 0 ? about.join(' · ') : undefined
  return [dropUndefined({ kind: 'danger' as const, code: `security-${event}`, title: event, detail })]
}
