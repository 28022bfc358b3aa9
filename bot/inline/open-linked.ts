import { actorOf, type MemberContext } from '../context.ts'
import { openCard } from '../posts/open-card.ts'
import { linkedLead } from './lead-link.ts'

/** A lead that was chosen while typing, in the chat with the bot: opens its card. It is no answer, also below a card. */
export async function openLinked(ctx: MemberContext): Promise<void> {
  const leadId = linkedLead(ctx)
  if (!leadId) return
  const card = await ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })
  await openCard(ctx, card, String(ctx.update.update_id))
}
