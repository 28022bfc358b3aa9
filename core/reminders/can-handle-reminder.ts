import type { KnownActor } from '../actor.ts'
import { canManageTeam, canWorkLeads } from '../policy.ts'
import type { Reminder } from './reminder.ts'

/**
 * A reminder is changed by whom it reminds, by who wanted it, by who has the lead now, and by those who lead the team.
 */
export const canHandleReminder = (actor: KnownActor, reminder: Pick<Reminder, 'for' | 'by' | 'lead'>) =>
  actor.kind === 'member' &&
  canWorkLeads(actor) &&
  (canManageTeam(actor) || [reminder.for.id, reminder.by.id, reminder.lead.ownerId].includes(actor.memberId))
