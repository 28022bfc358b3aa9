import { actorOf } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import { findAnswered } from '../messages/find-answered.ts'
import { openCard } from '../posts/open-card.ts'
import { tame } from '../text/escape-html.ts'
import type { BotCommand } from './command.ts'

/** `/lead 12`: the card of a lead by its number; below something of a lead's, its card as it is now; else the number is asked for. */
export const lead: BotCommand = {
  name: 'lead',
  describedBy: 'command-lead',
  async run(ctx, argument) {
    const { desk } = ctx.tools
    // Nine digits stay below the largest integer of the database.
    const number = Number(/^#?(\d{1,9})$/.exec(tame(argument))?.[1] ?? 0)
    const answered =
      number === 0 && argument === ''
        ? await findAnswered(ctx, ctx.message?.reply_to_message?.message_id)
        : undefined
    if (number === 0 && !answered) {
      const { say } = ctx.voice
      return askQuestion(ctx, 'lead-number', { html: `🔎 ${say('lead-ask')}`, ask: say('lead-placeholder') })
    }
    const card = await desk.ask(actorOf(ctx), 'findLead', answered ? { leadId: answered.leadId } : { number })
    await openCard(ctx, card, String(ctx.update.update_id))
  },
}
