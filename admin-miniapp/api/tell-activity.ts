import type { HistoryLine } from '#core/leads/read-history.ts'
import { recordOf, textOf } from '#core/loose-json.ts'
import { isCurrency } from '#core/money.ts'
import { activityKeys, reminderActivityKeys } from '#core/words/of-leads.ts'
import { plainLine } from './plain-line.ts'
import { tellMoney } from './tell-money.ts'
import type { Tongue } from './tongue.ts'
import { sayLostReason, sayStatus } from './words-of-lead.ts'

/** What was done on a lead, in one sentence. */
export function tellActivity(tongue: Tongue, { kind, data, by }: HistoryLine): string {
  const { say } = tongue
  const who = by ? plainLine(by, 64) : say('history-parley')
  const keys: Record<string, string> = { ...activityKeys, ...reminderActivityKeys }
  const key = Object.hasOwn(keys, kind) ? keys[kind] : undefined
  if (key) return say(key, { by: who })
  const tag = plainLine(textOf(data.tag) ?? '', 64)
  if (kind === 'lead.tagged') return say('history-tagged', { by: who, tag })
  if (kind === 'lead.untagged') return say('history-untagged', { by: who, tag })
  if (kind === 'lead.assigned') {
    return say('history-assigned', { by: who, owner: plainLine(textOf(data.owner) ?? '', 64) })
  }
  const from = textOf(data.from)
  const to = textOf(data.to)
  if (kind === 'lead.status-changed' && from && to) {
    const end = [sayStatus(say, to), ...outcomeOf(tongue, data)].join(' · ')
    return say('history-status', { by: who, from: sayStatus(say, from), to: end })
  }
  return say('history-other', { kind })
}

/** Why it was lost, or what it was worth, where that was told. */
function outcomeOf(tongue: Tongue, data: Record<string, unknown>): string[] {
  const { minor, currency } = recordOf(data.value)
  if (typeof minor === 'number' && typeof currency === 'string' && isCurrency(currency)) {
    return [tellMoney(tongue, { minor, currency })]
  }
  const reason = textOf(data.reason)
  return reason ? [sayLostReason(tongue.say, reason)] : []
}
