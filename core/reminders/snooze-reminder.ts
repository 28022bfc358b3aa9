import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { decideDue } from './decide-due.ts'
import { findReminderForChange } from './find-reminder-for-change.ts'
import { readHours } from './read-hours.ts'
import { withdrawPosts } from './withdraw-posts.ts'

/**
 * Lets a reminder come again later, this once: the times of what repeats stay as they are. Gives when it comes.
 *
 * @throws DeskError reminder-not-found, reminder-over, reminder-past, reminder-too-far
 */
export const snoozeReminder = defineCommand({
  input: z.object({ reminderId: z.uuid(), until: z.date() }),
  allowed: canWorkLeads,
  async run(work, { reminderId, until }) {
    const { sql, organizationId, now, remember } = work
    const reminder = await findReminderForChange(work, reminderId)
    const due = decideDue(until, now, await readHours(sql, organizationId, reminder.for.id))
    await sql.query(
      `update reminder set due_at = $3, fired_at = null, snoozed = snoozed + 1, version = version + 1
       where organization_id = $1 and id = $2`,
      [organizationId, reminderId, due],
    )
    await withdrawPosts(work, reminder)
    remember(reminder.lead.id, 'reminder.snoozed', { reminderId, dueAt: due.toISOString() })
    return { dueAt: due, timeZone: reminder.timeZone }
  },
})
