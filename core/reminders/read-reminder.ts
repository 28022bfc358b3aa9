import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canReadLeads } from '../policy.ts'
import { readReminders } from './reminder.ts'

/**
 * One reminder.
 *
 * @throws DeskError reminder-not-found, also for one of another organization
 */
export const readReminder = defineQuery({
  input: z.object({ reminderId: z.uuid() }),
  allowed: canReadLeads,
  async run(work, { reminderId }) {
    const [reminder] = await readReminders(work, 'r.id = $2', [reminderId])
    if (!reminder) throw new DeskError('not-found', 'reminder-not-found')
    return reminder
  },
})
