import { changePressed } from '../actions/pressed-post.ts'
import type { MemberContext } from '../context.ts'
import type { Face } from '../posts/post-content.ts'

/** The team with its pages of members and roles is one post that presses change in place. */
export const turnTeam = (ctx: MemberContext, face: Face): Promise<void> =>
  changePressed(ctx, face, 'team:', `team:${ctx.update.update_id}`)
