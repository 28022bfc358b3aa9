import type { HistoryLine } from '#core/leads/read-history.ts'
import { recordOf, textOf } from '#core/loose-json.ts'
import { isCurrency } from '#core/money.ts'
import { activityKeys } from '#core/words/of-leads.ts'
import { sayReminderActivity } from '../reminders/say-reminder-activity.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'
import { tellMoney } from '../text/tell-money.ts'
import type { Voice } from '../voice.ts'
import { isLeadStatus } from './is-lead-status.ts'
import { sayLostReason, sayStatus } from './words-of-lead.ts'

const plainSigns: Record<string, string> = {
  'lead.opened': '🆕',
  'lead.claimed': '🙋',
  'lead.imported': '📥',
  'lead.released': '👐',
  'draft.written': '✍️',
  'draft.edited': '✍️',
  'draft.sent': '✍️',
  'draft.discarded': '✍️',
  'lead.handled': '✔️',
  'lead.resumed': '↩️',
  'lead.snoozed': '😴',
  'lead.unsnoozed': '😴',
  'contact.merged': '👥',
  'contact.merge-undone': '👥',
  'contact.blocked': '🚫',
  'contact.unblocked': '🚫',
  'contact.erased': '🗑',
}

const longestReason = 120

/** A line of a lead's history that tells what was done, as HTML; `by` is HTML too. */
export function tellActivity(voice: Voice, { kind, data }: HistoryLine, by: string): string {
  const { say } = voice
  const plain = Object.hasOwn(activityKeys, kind) ? activityKeys[kind] : undefined
  if (plain) return `${plainSigns[kind]} ${say(plain, { by })}`
  if (kind === 'lead.tagged' || kind === 'lead.untagged') {
    const tag = escapeHtml(textOf(data.tag) ?? '')
    return `🏷 ${kind === 'lead.tagged' ? say('history-tagged', { by, tag }) : say('history-untagged', { by, tag })}`
  }
  if (kind === 'lead.assigned') {
    return `👉 ${say('history-assigned', { by, owner: escapeHtml(textOf(data.owner) ?? '') })}`
  }
  if (kind === 'lead.status-changed' && isLeadStatus(data.from) && isLeadStatus(data.to)) {
    const to = [sayStatus(say, data.to), ...outcomeOf(voice, data)].join(' · ')
    return `🔖 ${say('history-status', { by, from: sayStatus(say, data.from), to })}`
  }
  const ofReminder = sayReminderActivity(say, kind, by)
  if (ofReminder) return `⏰ ${ofReminder}`
  return `• ${say('history-other', { kind: escapeHtml(kind) })}`
}

/** Why it was lost, or what it was worth, where that was told. */
function outcomeOf({ say, language }: Voice, data: Record<string, unknown>): string[] {
  const { minor, currency } = recordOf(data.value)
  if (typeof minor === 'number' && typeof currency === 'string' && isCurrency(currency)) {
    return [escapeHtml(tellMoney(language, { minor, currency }))]
  }
  const reason = textOf(data.reason)
  return reason ? [escapeHtml(cutLine(tame(sayLostReason(say, reason)), longestReason))] : []
}
