import type { Actor } from '#core/actor.ts'
import type { Desk } from '#core/desk.ts'
import type { NewPost } from '#core/posts/post.ts'

/** The bot itself, when it acts or looks for no single member. */
export const botActor = (organizationId: string): Actor => ({
  kind: 'system',
  organizationId,
  name: 'staff-bot',
})

/** Asks core to show posts, paced; what is known under its key is not shown again. */
export async function showPosts(desk: Desk, organizationId: string, posts: NewPost[]): Promise<void> {
  if (posts.length > 0) await desk.perform(botActor(organizationId), 'putPosts', { posts })
}
