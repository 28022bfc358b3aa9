import type { NextFunction } from 'grammy'
import type { MemberContext } from '../context.ts'
import { findUnder } from '../posts/find-under.ts'
import { postContent } from '../posts/post-content.ts'
import { dialogues } from './index.ts'

const byPurpose = new Map(dialogues.map((dialogue) => [dialogue.purpose, dialogue]))

/** Takes a text below a question of a dialogue; every other text goes on. */
export async function answerDialogue(ctx: MemberContext, next: NextFunction): Promise<void> {
  const { message, me } = ctx
  const answered = message?.reply_to_message
  if (!message?.text || !answered || answered.from?.id !== me.id) return next()
  const post = await findUnder(ctx, answered.message_id)
  const content = postContent.safeParse(post?.content)
  const question = content.success && content.data.method === 'send' ? content.data : undefined
  const dialogue = question?.purpose && byPurpose.get(question.purpose)
  if (!dialogue) return next()
  await dialogue.hear(ctx, message.text, question.dialogue ?? {})
}
