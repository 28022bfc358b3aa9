import type { NoticeMeaning } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../../meta/loose-json.ts'

/** Events that endanger the channel, by what they do to it. */
const dangers = new Map([
  ['ACCOUNT_RESTRICTION', 'account-restricted'],
  ['ACCOUNT_VIOLATION', 'account-violation'],
  ['ACCOUNT_DELETED', 'account-deleted'],
  ['ACCOUNT_OFFBOARDED', 'account-disconnected'],
  ['PARTNER_REMOVED', 'account-disconnected'],
  ['PARTNER_APP_UNINSTALLED', 'account-disconnected'],
])

/** Events after which it is connected again. */
const reliefs = new Set(['ACCOUNT_RECONNECTED', 'PARTNER_ADDED', 'PARTNER_APP_INSTALLED'])

const banned = 'account-banned'

/** Restrictions, violations and bans, and a phone that was disconnected or connected again. */
export function meaningsOfAccountUpdate(value: JsonRecord): NoticeMeaning[] {
  const event = textAt(value, 'event') ?? ''
  if (event === 'DISABLED_UPDATE') return meaningsOfBan(recordAt(value, 'ban_info') ?? {})
  if (reliefs.has(event)) return [{ kind: 'relief', code: 'account-disconnected' }]
  const code = dangers.get(event)
  if (code === undefined) return []
  return [dropUndefined({ kind: 'danger' as const, code, title: event, detail: detailOf(value) })]
}

function meaningsOfBan(ban: JsonRecord): NoticeMeaning[] {
  const title = textAt(ban, 'waba_ban_state')
  if (title === 'REINSTATE') return [{ kind: 'relief', code: banned }]
  if (title === undefined) return []
  const detail = textAt(ban, 'waba_ban_date')
  return [dropUndefined({ kind: 'danger' as const, code: banned, title, detail })]
}

/** The violation, or what is no longer allowed and until when, or why or from which app it was cut off. */
function detailOf(value: JsonRecord): string | undefined {
  const restrictions = (listAt(value, 'restriction_info') ?? []).filter(isRecord).flatMap((restriction) => {
    const type = textAt(restriction, 'restriction_type')
    if (type === undefined) return []
    const until = dayOf(restriction.expiration)
    return until === undefined ? type : `${type} (${until})`
  })
  if (restrictions.length > 0) return restrictions.join(', ')
  return (
    textAt(recordAt(value, 'violation_info') ?? {}, 'violation_type') ??
    textAt(recordAt(value, 'disconnection_info') ?? {}, 'reason') ??
    idAt(recordAt(value, 'waba_info') ?? {}, 'partner_app_id')
  )
}

function dayOf(seconds: unknown): string | undefined {
  const at = new Date(Number(seconds) * 1000)
  return Number.isNaN(at.getTime()) || at.getTime() === 0 ? undefined : at.toISOString().slice(0, 10)
}
