import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'

/** A text that belongs to no lead: how to answer, at most once a minute. */
export async function hint(ctx: MemberContext): Promise<void> {
  const minute = Math.floor((ctx.message?.date ?? 0) / 60)
  await answerMember(ctx, 'hint', { html: ctx.voice.say('hint-answering') }, { key: `hint:${minute}` })
}
