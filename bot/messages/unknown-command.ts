import type { MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'

/** A command that there is not. It is never sent to a customer, also not below a card: it was meant for us. */
export async function unknownCommand(ctx: MemberContext): Promise<void> {
  // In the group it may be meant for another bot.
  if (ctx.place.group && !ctx.place.leadId) return
  await answerBelow(ctx, 'unknown-command', ctx.voice.say('hint-command'))
}
