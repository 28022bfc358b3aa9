import { isOwner } from '#core/policy.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { BotCommand } from './command.ts'

/** `/setup`: what the business is called, where and in what it counts, and what comes next. */
export const setup: BotCommand = {
  name: 'setup',
  describedBy: 'command-setup',
  may: isOwner,
  run: (ctx) => beginWizard(ctx, 'setup'),
}
