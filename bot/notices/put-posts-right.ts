import type { NewPost } from '#core/posts/post.ts'
import type { BotTools } from '../context.ts'
import type { PostContent } from '../posts/post-content.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'

/** What becomes of a post whose words are gone: in what we keep of it, and in its chat. */
export interface Righted {
  content: PostContent
  posts: NewPost[]
}

/** Posts that are looked through at once. */
const page = 200

/**
 * Puts posts right, one after the other: first what we keep of them, so that after a crash all of it is simply done again.
 *
 * @param find the next so many posts after one, by their ids
 * @param putRight undefined: the post shows nothing of what is gone
 */
export async function putPostsRight<Found extends { id: string }>(
  { desk }: BotTools,
  organizationId: string,
  find: (after: string, limit: number) => Promise<Found[]>,
  putRight: (post: Found) => Promise<Righted | undefined> | Righted | undefined,
): Promise<void> {
  let after = '0'
  for (;;) {
    const found = await find(after, page)
    const rewritten: { id: string; content: PostContent }[] = []
    const changes = new Map<string, NewPost>()
    for (const post of found) {
      const change = await putRight(post)
      if (!change) continue
      rewritten.push({ id: post.id, content: change.content })
      for (const shown of change.posts) changes.set(`${shown.chat.id} ${shown.key}`, shown)
    }
    if (rewritten.length > 0) {
      await desk.perform(botActor(organizationId), 'rewritePosts', { posts: rewritten })
      await showPosts(desk, organizationId, [...changes.values()])
    }
    after = found.at(-1)?.id ?? after
    if (found.length < page) return
  }
}
