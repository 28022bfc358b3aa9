import { showNotices } from '../notice-choices/show-notices.ts'
import type { BotCommand } from './command.ts'

/** `/notices`: what a member is told, and whether it rings. */
export const notices: BotCommand = {
  name: 'notices',
  describedBy: 'command-notices',
  run: (ctx) => showNotices(ctx, String(ctx.update.update_id)),
}
