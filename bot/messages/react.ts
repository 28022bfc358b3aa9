import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { findAnswered } from './find-answered.ts'
import { ownOrigin } from './own-origin.ts'

/**
 * A member's reaction to a message of the customer's that we showed: the customer sees it too, where the network can.
 * Reactions to anything else are between the member and us, and pictures of one's own no network knows.
 */
export async function react(ctx: MemberContext): Promise<void> {
  const change = ctx.messageReaction
  const answered = await findAnswered(ctx, change?.message_id)
  if (!change || !answered?.messageId) return
  const { leadId, messageId: target } = answered
  // Telegram does not say in which topic somebody reacted.
  if (ctx.place.group) ctx.place = { ...ctx.place, leadId }
  const emoji = change.new_reaction.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : [])).at(-1) ?? null
  if (emoji === null && change.new_reaction.length > 0) return
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', {
      leadId,
      origin: ownOrigin(ctx, change.message_id),
      content: { kind: 'reaction', target, emoji },
    })
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'kind-not-carried') throw error
    if (emoji === null) return
    await answerMember(
      ctx,
      'reaction-not-carried',
      { html: ctx.voice.say('reaction-not-carried'), replyTo: change.message_id },
      { key: `reaction-not-carried:${change.message_id}`, leadId },
    )
  }
}
