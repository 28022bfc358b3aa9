import { z } from 'zod'
import { memberIdOf } from '../actor.ts'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canWorkLeads } from '../policy.ts'
import { addNextOccurrence } from './add-next-occurrence.ts'
import { findReminderForChange } from './find-reminder-for-change.ts'
import { withdrawPosts } from './withdraw-posts.ts'

/**
 * What it reminded of is done; what repeats comes again at its next time. Hearing it twice is no error.
 *
 * @throws DeskError reminder-not-found, reminder-over where it was called off
 */
export const finishReminder = defineCommand({
  input: z.object({ reminderId: z.uuid() }),
  allowed: canWorkLeads,
  async run(work, { reminderId }) {
    const { actor, sql, organizationId, now, remember } = work
    const reminder = await findReminderForChange(work, reminderId, { over: true })
    if (reminder.doneAt) return
    if (reminder.cancelledAt) throw new DeskError('conflict', 'reminder-over')
    await sql.query(
      `update reminder set done_at = now(), done_by = $3, version = version + 1
       where organization_id = $1 and id = $2`,
      [organizationId, reminderId, memberIdOf(actor)],
    )
    // Done before its time: it would have brought the next one when it fired.
    const after = reminder.dueAt > now ? reminder.dueAt : now
    await addNextOccurrence(sql, organizationId, reminderId, after, reminder.timeZone)
    await withdrawPosts(work, reminder)
    remember(reminder.lead.id, 'reminder.done', { reminderId })
  },
})
