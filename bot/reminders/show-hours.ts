import { changePressed } from '../actions/pressed-post.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { hoursFace } from './hours-face.ts'

/** The page of a member's digests and quiet hours, as a new message, or in place of the pressed one. */
export async function showHours(ctx: MemberContext, opener: string): Promise<void> {
  const hours = await ctx.tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
  const face = hoursFace(ctx.voice, hours)
  const key = `hours:${opener}`
  if (ctx.callbackQuery) await changePressed(ctx, face, 'hours:', key)
  else await answerMember(ctx, 'hours', face, { key })
}
