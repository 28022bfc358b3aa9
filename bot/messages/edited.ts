import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { findAnswered } from './find-answered.ts'
import { isForTeam } from './note-below.ts'
import { ownOrigin } from './own-origin.ts'
import { readChoices } from './read-choices.ts'

/**
 * An answer that the member changed: it changes for the customer too, where the network can; what still waits simply
 * changes. Where it cannot, the customer keeps the first text, and that is said once per answer. What there was to choose
 * from stays as it was sent.
 */
export async function edited(ctx: MemberContext): Promise<void> {
  const message = ctx.editedMessage
  const body = message?.text ?? message?.caption
  if (!message || body === undefined) return
  const answer = await findAnswered(ctx, message.message_id)
  // Only answers that were given to the desk have no key.
  if (answer?.key !== '') return
  const { leadId } = answer
  const tell = (words: string) =>
    answerBelow(ctx, 'edited', words, { key: `edited:${message.message_id}`, leadId })
  const { say } = ctx.voice
  if (isForTeam(body)) return tell(say('edited-for-team'))
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'queueReply', {
      leadId,
      origin: ownOrigin(ctx, message.message_id),
      content: { kind: 'edit', body: readChoices(body).body },
    })
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'kind-not-carried') throw error
    await tell(say('edited-too-late'))
  }
}
