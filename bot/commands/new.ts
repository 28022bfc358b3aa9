import { DeskError } from '#core/errors.ts'
import { canWorkLeads } from '#core/policy.ts'
import { addTypedLead } from '../people/add-typed-lead.ts'
import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { BotCommand } from './command.ts'

/** `/new`: a lead by hand, for somebody who called or came in. What stands behind the command is the lead already. */
export const newLead: BotCommand = {
  name: 'new',
  describedBy: 'command-new',
  may: canWorkLeads,
  async run(ctx, argument) {
    if (!canWorkLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
    if (argument !== '') return addTypedLead(ctx, argument)
    await beginWizard(ctx, 'new-lead')
  },
}
