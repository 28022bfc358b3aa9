import type { LeadCard } from '#core/leads/lead-card.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { tame } from '../text/escape-html.ts'
import { findAnswered } from './find-answered.ts'

/** The lead that the command is below, or that its words begin with the number of. */
export async function findMeant(
  ctx: MemberContext,
  argument: string,
): Promise<{ lead?: LeadCard; words: string }> {
  const { desk } = ctx.tools
  const words = tame(argument).trim()
  const [, number, rest] = /^#(\d{1,9})(?:\s+([\s\S]*))?$/.exec(words) ?? []
  if (number) {
    return { lead: await desk.ask(actorOf(ctx), 'findLead', { number: Number(number) }), words: rest ?? '' }
  }
  const answered = await findAnswered(ctx, ctx.message?.reply_to_message?.message_id)
  if (!answered) return { words }
  return { lead: await desk.ask(actorOf(ctx), 'findLead', { leadId: answered.leadId }), words }
}
