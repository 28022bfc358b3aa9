import type { BotCommand } from './command.ts'
import { openDeepLink } from './deep-links.ts'
import { greet } from './greet.ts'

/** `/start`, and `/start <what>` from a link. */
export const start: BotCommand = {
  name: 'start',
  describedBy: 'command-start',
  hidden: true,
  run: (ctx, argument) => (argument === '' ? greet(ctx) : openDeepLink(ctx, argument)),
}
