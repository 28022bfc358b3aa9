import type { NewPost } from '#core/posts/post.ts'
import type { MemberContext } from '../context.ts'
import type { Face, PostContent } from './post-content.ts'
import { privatePost } from './private-post.ts'
import { showPosts } from './show-posts.ts'

type Answer = Omit<Extract<PostContent, { method: 'send' }>, 'method'> & Pick<Face, 'subjects'>
type More = Partial<Omit<NewPost, 'chat' | 'content'>>

/**
 * Answers an update of a member. Without a key of its own the answer is named after the update, so that hearing the
 * update twice answers once.
 */
export async function answerMember(
  ctx: MemberContext,
  name: string,
  { subjects, ...answer }: Answer,
  more: More = {},
): Promise<void> {
  const { key = `${name}:${ctx.update.update_id}`, ...rest } = more
  const content: PostContent = { method: 'send', ...answer }
  await showPosts(ctx.tools.desk, ctx.member.organizationId, [
    privatePost(ctx.person.telegramUserId, key, content, { ...(subjects ? { subjects } : {}), ...rest }),
  ])
}

/** Answers a message of a member below that message. */
export async function answerBelow(
  ctx: MemberContext,
  name: string,
  html: string,
  more: More = {},
): Promise<void> {
  const replyTo = ctx.msg?.message_id
  await answerMember(ctx, name, { html, ...(replyTo === undefined ? {} : { replyTo }) }, more)
}
