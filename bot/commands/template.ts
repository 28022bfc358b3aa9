import { canWorkLeads } from '#core/policy.ts'
import { showTemplates } from '../actions/send-template.ts'
import type { BotCommand } from './command.ts'
import { onLead } from './on-lead.ts'

/** `/template` below something of a lead's, or `/template 12`: the approved templates that can be sent there. */
export const template: BotCommand = {
  name: 'template',
  describedBy: 'command-template',
  may: canWorkLeads,
  inGroup: true,
  run: onLead('template-usage', (ctx, lead) => showTemplates(ctx, lead.id, String(ctx.update.update_id))),
}
