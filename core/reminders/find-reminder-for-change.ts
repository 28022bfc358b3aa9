import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'
import { authorize } from '../policy.ts'
import { canHandleReminder } from './can-handle-reminder.ts'
import { type Reminder, readReminders } from './reminder.ts'

/**
 * Locks a reminder and reads it as it is then: of a change and a firing at the same moment the second sees the first.
 *
 * @throws DeskError reminder-not-found, also for one of another organization; reminder-over for one that was done or
 *   called off, unless `over` says that this is no matter; not-allowed
 */
export async function findReminderForChange(
  work: Work,
  reminderId: string,
  { over = false } = {},
): Promise<Reminder> {
  const { actor, sql, organizationId } = work
  await sql.query(`select id from reminder where organization_id = $1 and id = $2 for update`, [
    organizationId,
    reminderId,
  ])
  const [reminder] = await readReminders(work, 'r.id = $2', [reminderId])
  if (!reminder) throw new DeskError('not-found', 'reminder-not-found')
  authorize(canHandleReminder(actor, reminder))
  if (!over && (reminder.doneAt || reminder.cancelledAt)) throw new DeskError('conflict', 'reminder-over')
  return reminder
}
