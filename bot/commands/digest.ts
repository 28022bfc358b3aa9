import { showHours } from '../reminders/show-hours.ts'
import type { BotCommand } from './command.ts'

/** `/digest`: which digests come when, quiet hours, and the time zone of it all. */
export const digest: BotCommand = {
  name: 'digest',
  describedBy: 'command-digest',
  run: (ctx) => showHours(ctx, String(ctx.update.update_id)),
}
