import type { LeadCard } from '#core/leads/lead-card.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { tame } from '../text/escape-html.ts'
import { findAnswered } from './find-answered.ts'

/** The lead that a command is about, and the rest of its words. */
export interface Meant {
  /** Undefined: the command names none and is below none. */
  lead?: LeadCard
  words: string
}

/**
 * Which lead a command means: the one whose number its words begin with, such as `#12 tomorrow 10`, else the one that it
 * is an answer below of. A number alone is a lead's too where the command is below nothing: below a lead it may be an
 * hour.
 *
 * @throws DeskError lead-not-found
 */
export async function findMeant(ctx: MemberContext, argument: string): Promise<Meant> {
  const { desk } = ctx.tools
  const words = tame(argument).trim()
  const byNumber = async (number: string | undefined, rest: string): Promise<Meant> => ({
    lead: await desk.ask(actorOf(ctx), 'findLead', { number: Number(number) }),
    words: rest,
  })
  // Nine digits stay below the largest integer of the database.
  const [, number, rest = ''] = /^#(\d{1,9})(?:\s+([\s\S]*))?$/.exec(words) ?? []
  if (number) return byNumber(number, rest)
  const answered = await findAnswered(ctx, ctx.message?.reply_to_message?.message_id)
  if (answered) {
    return { lead: await desk.ask(actorOf(ctx), 'findLead', { leadId: answered.leadId }), words }
  }
  return /^[1-9]\d{0,8}$/.test(words) ? byNumber(words, '') : { words }
}
