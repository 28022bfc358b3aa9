import type { Asker } from '../actor.ts'
import { canHandleOthersReminders, canWorkLeads } from '../policy.ts'
import type { Reminder } from './reminder.ts'

/**
 * A reminder is changed by whom it reminds, by who wanted it, by who has the lead now, and by those who may change others'.
 */
export const canHandleReminder = (actor: Asker, reminder: Pick<Reminder, 'for' | 'by' | 'lead'>) =>
  actor.kind === 'member' &&
  canWorkLeads(actor) &&
  (canHandleOthersReminders(actor) ||
    [reminder.for.id, reminder.by.id, reminder.lead.ownerId].includes(actor.memberId))
