import { canWorkLeads } from '#core/policy.ts'
import { snoozeButtons } from '../cards/snooze-buttons.ts'
import { snoozeUntil } from '../dialogues/snooze.ts'
import { openCard } from '../posts/open-card.ts'
import type { BotCommand } from './command.ts'
import { onLead } from './on-lead.ts'

/** `/snooze tomorrow 10` below something of a lead's, or `/snooze #12 …`. Without words the card offers times. */
export const snooze: BotCommand = {
  name: 'snooze',
  describedBy: 'command-snooze',
  may: canWorkLeads,
  inGroup: true,
  run: onLead('snooze-usage', async (ctx, lead, words) => {
    if (words !== '') return snoozeUntil(ctx, lead.id, words)
    const { say } = ctx.voice
    const page = { buttons: snoozeButtons(say, lead), ask: `😴 ${say('snooze-ask')}` }
    await openCard(ctx, lead, String(ctx.update.update_id), page)
  }),
}
