import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import type { EventReader } from '../meta/direct/dialect.ts'
import { noticeAt } from '../meta/direct/notice-at.ts'
import { recordAt, textAt } from '../meta/loose-json.ts'

const code = 'policy-enforcement'

/** Meta warns the Page, blocks it from sending, or lets it send again. The key is written with a hyphen. */
export const readPolicyEnforcement: EventReader = (event, place) => {
  const part = recordAt(event, 'policy-enforcement') ?? recordAt(event, 'policy_enforcement') ?? {}
  const action = textAt(part, 'action') ?? 'unnamed'
  const detail = textAt(part, 'reason')
  const danger: NoticeMeaning = {
    kind: 'danger',
    code,
    title: `Meta's policy enforcement: ${action}`,
    ...(detail === undefined ? {} : { detail }),
  }
  return [noticeAt(place, code, event, /^unblock/i.test(action) ? { kind: 'relief', code } : danger)]
}
