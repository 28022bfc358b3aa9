import type { MemberContext } from '../context.ts'
import { findAnswered } from './find-answered.ts'
import { hint } from './hint.ts'
import { ownOrigin } from './own-origin.ts'
import { queueAnswer } from './queue-answer.ts'
import { takeNote } from './take-note.ts'
import { takeTemplatePart } from './take-template-part.ts'
import { wordsForCustomer } from './words-for-customer.ts'

/**
 * A text below something that we showed, or below an earlier answer of the member: an answer to the customer, or the
 * answer to a question of ours. Below a customer's message it quotes that message; below a card it quotes nothing. Last
 * lines in brackets become buttons or a list to choose from.
 */
export async function answerCustomer(ctx: MemberContext): Promise<void> {
  const { message } = ctx
  const answered = await findAnswered(ctx, message?.reply_to_message?.message_id)
  if (!message?.text || !answered) return hint(ctx)
  const { leadId, messageId, purpose } = answered
  if (purpose === 'note') return takeNote(ctx, leadId, message.text)
  if (purpose === 'template') return takeTemplatePart(ctx, answered, { text: message.text })
  // A question of ours that nobody here knows the answer to: it was not meant for a customer.
  if (purpose) return hint(ctx)
  await queueAnswer(ctx, {
    leadId,
    ...(await wordsForCustomer(ctx, leadId, message.text)),
    origin: ownOrigin(ctx, message.message_id),
    ...(messageId ? { replyTo: messageId } : {}),
  })
}
