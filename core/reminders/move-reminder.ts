import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { newId } from '../new-id.ts'
import { canWorkLeads } from '../policy.ts'
import { addNextOccurrence } from './add-next-occurrence.ts'
import { decideDue } from './decide-due.ts'
import { findReminderForChange } from './find-reminder-for-change.ts'
import { wallOf, writeWall } from './local-time.ts'
import { readHours } from './read-hours.ts'
import { repeats } from './repeat.ts'
import { withdrawPosts } from './withdraw-posts.ts'

/**
 * Gives a reminder another time, another rhythm, or both. Once this has been answered it does not come at its earlier
 * time any more. What repeats, repeats from the new time on.
 *
 * @throws DeskError reminder-not-found, reminder-over, reminder-past, reminder-too-far
 */
export const moveReminder = defineCommand({
  input: z.object({
    reminderId: z.uuid(),
    dueAt: z.date().optional(),
    repeat: z.enum(repeats).optional(),
  }),
  allowed: canWorkLeads,
  async run(work, { reminderId, dueAt, repeat }) {
    const { sql, organizationId, now, remember } = work
    const reminder = await findReminderForChange(work, reminderId)
    const hours = await readHours(sql, organizationId, reminder.for.id)
    const due = dueAt ? decideDue(dueAt, now, hours) : reminder.dueAt
    // Whatever was to come of the earlier rhythm does not come any more: from here on it is a series of its own.
    await sql.query(
      `update reminder set cancelled_at = now(), version = version + 1
       where organization_id = $1 and id <> $2 and done_at is null and cancelled_at is null and fired_at is null
         and series_id = (select series_id from reminder where organization_id = $1 and id = $2)`,
      [organizationId, reminderId],
    )
    await sql.query(
      `update reminder set repeat = coalesce($3, repeat), version = version + 1, due_at = $4, series_id = $7,
         fired_at = case when $5 then null else fired_at end,
         wall = case when $5 or occurrence > 0 then $6::timestamp else wall end, occurrence = 0
       where organization_id = $1 and id = $2`,
      [
        organizationId,
        reminderId,
        repeat ?? null,
        due,
        dueAt !== undefined,
        writeWall(wallOf(dueAt ?? due, hours.timeZone)),
        newId(),
      ],
    )
    if (reminder.firedAt && !dueAt)
      await addNextOccurrence(sql, organizationId, reminderId, now, hours.timeZone)
    if (dueAt) await withdrawPosts(work, reminder)
    remember(reminder.lead.id, 'reminder.moved', { reminderId, dueAt: due.toISOString() })
    return { dueAt: due, timeZone: reminder.timeZone, repeat: repeat ?? reminder.repeat }
  },
})
