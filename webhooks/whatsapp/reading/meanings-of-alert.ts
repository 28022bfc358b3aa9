import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, type JsonRecord, recordAt, textAt } from '../../meta/loose-json.ts'

/** Alerts about limits, the profile and the verified badge; mere information is kept without a meaning. */
export function meaningsOfAlert(value: JsonRecord): NoticeMeaning[] {
  const alert = recordAt(value, 'alert_info') ?? value
  const type = idAt(alert, 'alert_type')
  if (type === undefined) return []
  const code = `alert-${type}`
  if (alert.alert_status === 'NONE') return [{ kind: 'relief', code }]
  if (alert.alert_severity !== 'WARNING' && alert.alert_severity !== 'CRITICAL') return []
  const detail = textAt(alert, 'alert_description')
  return [dropUndefined({ kind: 'danger' as const, code, title: type, detail })]
}
