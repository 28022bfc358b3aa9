import { actorOf } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { openCard } from '../posts/open-card.ts'
import { tame } from '../text/escape-html.ts'
import type { BotCommand } from './command.ts'

/** `/lead 12`: the card of a lead by its number. */
export const lead: BotCommand = {
  name: 'lead',
  describedBy: 'command-lead',
  async run(ctx, argument) {
    // Nine digits stay below the largest integer of the database.
    const number = Number(/^#?(\d{1,9})$/.exec(tame(argument))?.[1] ?? 0)
    if (number === 0) return answerBelow(ctx, 'lead-usage', ctx.voice.say('lead-usage'))
    const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { number })
    await openCard(ctx, card, String(ctx.update.update_id))
  },
}
