import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'

/** An answer that was changed after it went out: the customer keeps the first text. Said once per answer. */
export async function edited(ctx: MemberContext): Promise<void> {
  const message = ctx.editedMessage
  if (message?.text === undefined) return
  const where = {
    account: accountOf(ctx),
    chatId: String(ctx.person.telegramUserId),
    externalId: message.message_id,
  }
  const post = await ctx.tools.desk.ask(actorOf(ctx), 'findPost', where)
  if (!post?.leadId) return
  const key = `edited:${message.message_id}`
  await answerBelow(ctx, 'edited', ctx.voice.say('edited-too-late'), { key, leadId: post.leadId })
}
