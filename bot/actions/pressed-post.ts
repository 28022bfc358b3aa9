import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { findUnder } from '../posts/find-under.ts'
import type { Face } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { showPosts } from '../posts/show-posts.ts'

/** The post whose button was pressed; undefined when it is not known here any more. */
export async function findPressedPost(ctx: MemberContext) {
  const externalId = ctx.callbackQuery?.message?.message_id
  return externalId === undefined ? undefined : findUnder(ctx, externalId)
}

/**
 * Changes the pressed message; where that is not known any more, or is something else than `prefix` names, shows the
 * same as a new message.
 */
export async function changePressed(
  ctx: MemberContext,
  face: Face,
  prefix: string,
  newKey: string,
): Promise<void> {
  const post = await findPressedPost(ctx)
  const leadId = post?.leadId ? { leadId: post.leadId } : {}
  if (!post?.key.startsWith(prefix)) return answerMember(ctx, prefix, face, { key: newKey, ...leadId })
  const { subjects, ...shown } = face
  const change = postIn(
    { chat: ctx.place.chat },
    `press:${ctx.update.update_id}`,
    { method: 'edit', ...shown },
    {
      targetKey: post.key,
      mergeKey: `change:${post.key}`,
      urgency: ctx.place.group ? 2 : 0,
      ...leadId,
      ...(subjects ? { subjects } : {}),
    },
  )
  await showPosts(ctx.tools.desk, ctx.member.organizationId, [change])
}
