import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { changePressed } from '../actions/pressed-post.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import type { Face } from '../posts/post-content.ts'

/** The settings are one post, that presses change in place. */
const prefix = 'assignment:'

export const readOverview = (ctx: MemberContext): Promise<AssignmentOverview> =>
  ctx.tools.desk.ask(actorOf(ctx), 'readAssignment', {})

/** Shows a page of the settings, as a new message or in place of the pressed one. */
export async function showPage(ctx: MemberContext, face: Face): Promise<void> {
  const key = `${prefix}${ctx.update.update_id}`
  if (ctx.callbackQuery) await changePressed(ctx, face, prefix, key)
  else await answerMember(ctx, 'assignment', face, { key })
}
