import { longId } from '#core/new-id.ts'
import { actorOf } from '../context.ts'
import { openCard } from '../posts/open-card.ts'
import type { BotCommand } from './command.ts'
import { greet } from './greet.ts'

const leadLink = /^lead_([\w-]{22})$/

/** `/start`, and `/start lead_<id>` from a link to a lead. Links with an invitation are taken before. */
export const start: BotCommand = {
  name: 'start',
  describedBy: 'command-start',
  hidden: true,
  async run(ctx, argument) {
    const leadId = longId(leadLink.exec(argument)?.[1] ?? '')
    if (!leadId) return greet(ctx, 'started')
    const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })
    await openCard(ctx, card, String(ctx.update.update_id))
  },
}
