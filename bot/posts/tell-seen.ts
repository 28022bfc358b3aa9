import { DeskError } from '#core/errors.ts'
import { canWorkLeads } from '#core/policy.ts'
import { actorOf, type MemberContext } from '../context.ts'

/**
 * Tells the customer that he was seen, or that an answer is under way, while a member is at work on his lead. Nobody
 * waits for it and nothing depends on it; viewers look unseen.
 */
export async function tellSeen(ctx: MemberContext, leadId: string, typing = false): Promise<void> {
  const { desk, seen } = ctx.tools
  if (!canWorkLeads({ kind: 'member', ...ctx.member }) || !seen.pass(leadId)) return
  try {
    await desk.perform(actorOf(ctx), 'markSeen', { leadId, typing })
  } catch (error) {
    // What is wrong with the lead is told by what the member wanted to do with it.
    if (!(error instanceof DeskError)) throw error
  }
}
