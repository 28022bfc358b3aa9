import { canWorkLeads } from '#core/policy.ts'
import { askNote } from '../messages/ask-note.ts'
import { takeNote } from '../messages/take-note.ts'
import type { BotCommand } from './command.ts'
import { onLead } from './on-lead.ts'

/** `/note called, will think about it` below something of a lead's, or `/note #12 …`; without words the bot asks for them. */
export const note: BotCommand = {
  name: 'note',
  describedBy: 'command-note',
  may: canWorkLeads,
  inGroup: true,
  run: onLead('note-usage', (ctx, lead, words) =>
    words === '' ? askNote(ctx, lead) : takeNote(ctx, lead.id, words),
  ),
}
