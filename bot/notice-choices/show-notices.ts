import { changePressed } from '../actions/pressed-post.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { noticesFace, noticesPrefix } from './notices-face.ts'

/** The page of what a member is told, as a new message, or in place of the pressed one. */
export async function showNotices(ctx: MemberContext, opener: string): Promise<void> {
  const { desk } = ctx.tools
  const choice = await desk.ask(actorOf(ctx), 'readOwnNotices', {})
  const group = await desk.ask(actorOf(ctx), 'readTeamDesk', {})
  const face = noticesFace(ctx.voice, choice, group?.plane === 'group')
  const key = `${noticesPrefix}${opener}`
  if (ctx.callbackQuery) await changePressed(ctx, face, noticesPrefix, key)
  else await answerMember(ctx, 'notices', face, { key })
}
