import { DeskError } from '#core/errors.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { postIn } from '../posts/post-in.ts'
import { showPosts } from '../posts/show-posts.ts'

/** The desk's limit; Telegram lets people write a little more. */
const longestNote = 4000

/** Keeps a note, and says so: whoever wrote it must be sure that the customer does not see it. */
export async function takeNote(ctx: MemberContext, leadId: string, body: string): Promise<void> {
  if (body.length > longestNote) {
    throw new DeskError('invalid', 'note-too-long', { limit: longestNote, length: body.length })
  }
  const idempotencyKey = `note:${accountOf(ctx)}:${ctx.place.chat}:${ctx.message?.message_id}`
  await ctx.tools.desk.perform(actorOf(ctx), 'addNote', { leadId, body, idempotencyKey })
  // In the group the others read it too, and in a topic it is clear whose it is: a sign is enough.
  if ((ctx.place.group || ctx.place.leadId) && ctx.message) return signNote(ctx, ctx.message.message_id)
  await answerBelow(ctx, 'note-kept', ctx.voice.say('note-kept'), { leadId })
}

const signNote = (ctx: MemberContext, message: number): Promise<void> =>
  showPosts(ctx.tools.desk, ctx.member.organizationId, [
    postIn(
      { chat: ctx.place.chat },
      `note-kept:${message}`,
      { method: 'react', emoji: '✍', message },
      { urgency: 3, counted: false },
    ),
  ])
