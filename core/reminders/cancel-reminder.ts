import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { findReminderForChange } from './find-reminder-for-change.ts'
import { withdrawPosts } from './withdraw-posts.ts'

/**
 * Calls a reminder off, with all later times of what repeats. Hearing it twice is no error.
 *
 * @throws DeskError reminder-not-found
 */
export const cancelReminder = defineCommand({
  input: z.object({ reminderId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { reminderId }) {
    const { sql, organizationId, remember } = work
    const reminder = await findReminderForChange(work, reminderId, { over: true })
    const cancelled = await sql.query(
      `update reminder r set cancelled_at = now(), version = version + 1
       where organization_id = $1 and done_at is null and cancelled_at is null
         and (id = $2 or (series_id = (select series_id from reminder where organization_id = $1 and id = $2)
           and occurrence > (select occurrence from reminder where organization_id = $1 and id = $2)))
       returning id`,
      [organizationId, reminderId],
    )
    // One that was done already may still have a series to end.
    if (cancelled.length === 0) return
    await sql.query(
      `update reminder set repeat = 'none' where organization_id = $1 and series_id =
         (select series_id from reminder where organization_id = $1 and id = $2)`,
      [organizationId, reminderId],
    )
    await withdrawPosts(work, reminder)
    remember(reminder.lead.id, 'reminder.cancelled', { reminderId })
  },
})
