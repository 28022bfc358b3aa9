import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { PostContent, purposes } from '../posts/post-content.ts'

type Send = Extract<PostContent, { method: 'send' }>
export type Gathered = NonNullable<Send['dialogue']>
type Purpose = (typeof purposes)[number]

/**
 * A question of ours whose answer is not for a customer. What was said so far is in the question's own post, so that a
 * dialogue survives a restart, any of its questions can be answered again, and whoever does not answer has ended it.
 * Adding one is a file here and a line in index.ts.
 */
export interface Dialogue {
  purpose: Purpose
  /** @param gathered what the question carries: read it again, it may be of another version */
  hear(ctx: MemberContext, text: string, gathered: Gathered): Promise<void>
}

interface Question {
  html: string
  /** What the empty answer field says. Without it the field is not opened, and buttons may stand under the question. */
  ask?: string
  buttons?: Send['buttons']
}

/** Asks a question of a dialogue. `key`: hearing the same again asks once. */
export async function askQuestion(
  ctx: MemberContext,
  purpose: Purpose,
  { html, ask, buttons }: Question,
  gathered: Gathered = {},
  key = `${purpose}:${ctx.update.update_id}`,
): Promise<void> {
  const answer = {
    html,
    purpose,
    dialogue: gathered,
    ...(ask === undefined ? {} : { ask }),
    ...(buttons ? { buttons } : {}),
  }
  await answerMember(ctx, purpose, answer, { key })
}
