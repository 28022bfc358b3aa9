import { canManageChannels } from '#core/policy.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { BotCommand } from './command.ts'

/** `/connect`: connects an account of the business, step by step. */
export const connect: BotCommand = {
  name: 'connect',
  describedBy: 'command-connect',
  may: canManageChannels,
  run: (ctx) => beginWizard(ctx, 'connect'),
}
