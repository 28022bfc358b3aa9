import type { HistoryLine } from '#core/leads/read-history.ts'
import { recordOf, textOf } from './loose.ts'
import { plainLine } from './plain-line.ts'
import type { Tongue } from './tongue.ts'
import { sayLostReason, sayStatus } from './words-of-lead.ts'

const activityKeys: Record<string, string> = {
  'lead.opened': 'history-opened',
  'lead.claimed': 'history-claimed',
  'lead.imported': 'history-imported',
  'lead.released': 'history-released',
  'lead.handled': 'history-handled',
  'lead.resumed': 'history-resumed',
  'lead.snoozed': 'history-snoozed',
  'lead.unsnoozed': 'history-unsnoozed',
  'contact.merged': 'history-merged',
  'contact.merge-undone': 'history-merge-undone',
  'contact.blocked': 'history-blocked',
  'contact.unblocked': 'history-unblocked',
  'contact.erased': 'history-erased',
  'draft.written': 'history-draft-written',
  'draft.edited': 'history-draft-edited',
  'draft.sent': 'history-draft-sent',
  'draft.discarded': 'history-draft-discarded',
  'reminder.added': 'history-reminder-added',
  'reminder.snoozed': 'history-reminder-snoozed',
  'reminder.moved': 'history-reminder-moved',
  'reminder.done': 'history-reminder-done',
  'reminder.cancelled': 'history-reminder-cancelled',
}

/** What was done on a lead, in one sentence. */
export function tellActivity({ say }: Tongue, { kind, data, by }: HistoryLine): string {
  const who = by ? plainLine(by, 64) : say('history-parley')
  const key = Object.hasOwn(activityKeys, kind) ? activityKeys[kind] : undefined
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
    const reason = textOf(recordOf(data).reason)
    const end = [sayStatus(say, to), ...(reason ? [sayLostReason(say, reason)] : [])].join(' · ')
    return say('history-status', { by: who, from: sayStatus(say, from), to: end })
  }
  return say('history-other', { kind })
}
