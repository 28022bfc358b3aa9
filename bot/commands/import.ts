import { canImportLeads } from '#core/policy.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { BotCommand } from './command.ts'

/** `/import`: brings in a list of people. In the private chat also from a topic: there, a file would go to the customer. */
export const importList: BotCommand = {
  name: 'import',
  describedBy: 'command-import',
  may: canImportLeads,
  run: (ctx) => beginWizard(ctx, 'import'),
}
