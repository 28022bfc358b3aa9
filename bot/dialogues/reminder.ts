import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { addTypedReminder } from '../reminders/add-typed-reminder.ts'
import type { Dialogue } from './dialogue.ts'

const gatheredOf = z.union([
  z.object({ reminderId: z.uuid() }),
  z.object({ leadId: z.uuid(), memberId: z.uuid().exactOptional() }),
])

/** When, in words: of a reminder that is wanted, or of one that gets another time. */
export const reminder: Dialogue = {
  purpose: 'reminder',
  async hear(ctx, text, gathered) {
    const read = gatheredOf.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    await addTypedReminder(ctx, text, read.data)
  },
}
