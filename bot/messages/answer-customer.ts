import type { MemberContext } from '../context.ts'
import { accountOf, actorOf } from '../context.ts'
import { hint } from './hint.ts'
import { takeNote } from './take-note.ts'

/**
 * A text below something that we showed, or below an earlier answer of the member: an answer to the customer, or the
 * note that was asked for. Below a customer's message it quotes that message; below a card it quotes nothing.
 */
export async function answerCustomer(ctx: MemberContext): Promise<void> {
  const { message, tools, person } = ctx
  const answered = message?.reply_to_message
  if (!message?.text || !answered) return hint(ctx)
  const chat = String(person.telegramUserId)
  const post = await tools.desk.ask(actorOf(ctx), 'findPost', {
    account: accountOf(ctx),
    chatId: chat,
    externalId: answered.message_id,
  })
  if (!post?.leadId) return hint(ctx)
  if (post.content.purpose === 'note') return takeNote(ctx, post.leadId, message.text)
  await tools.desk.perform(actorOf(ctx), 'queueReply', {
    leadId: post.leadId,
    body: message.text,
    origin: { account: accountOf(ctx), chat, message: message.message_id },
    ...(post.messageId ? { replyTo: post.messageId } : {}),
  })
}
