import { DeskError } from '#core/errors.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'

/** The desk's limit; Telegram lets people write a little more. */
const longestNote = 4000

/** Keeps a note, and says so: whoever wrote it must be sure that the customer does not see it. */
export async function takeNote(ctx: MemberContext, leadId: string, body: string): Promise<void> {
  if (body.length > longestNote) {
    throw new DeskError('invalid', 'note-too-long', { limit: longestNote, length: body.length })
  }
  const idempotencyKey = `note:${accountOf(ctx)}:${ctx.place.chat}:${ctx.message?.message_id}`
  await ctx.tools.desk.perform(actorOf(ctx), 'addNote', { leadId, body, idempotencyKey })
  await answerBelow(ctx, 'note-kept', ctx.voice.say('note-kept'), { leadId })
}
