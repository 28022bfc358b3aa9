import { canManageTeam } from '#core/policy.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { BotCommand } from './command.ts'

/** `/invite`: links for new colleagues. */
export const invite: BotCommand = {
  name: 'invite',
  describedBy: 'command-invite',
  may: canManageTeam,
  run: (ctx) => beginWizard(ctx, 'invite'),
}
