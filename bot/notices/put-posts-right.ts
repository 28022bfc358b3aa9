import type { NewPost } from '#core/posts/post.ts'
import type { BotTools } from '../context.ts'
import type { PostContent, ShownPart } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import type { LeadScene } from './lead-scene.ts'

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

/** Takes the files of a post out of its chat; of an album those that are meant. */
export function deletionsOf(
  { card }: LeadScene,
  eventId: string,
  { chatId, key }: { chatId: string; key: string },
  content: Extract<PostContent, { method: 'file' | 'album' }>,
  instead: string,
  isMeant: (part: ShownPart) => boolean = () => true,
): NewPost[] {
  const parts: ShownPart[] = content.method === 'album' ? content.items : [content]
  return parts.flatMap((part, index) => {
    if (!isMeant(part)) return []
    const place = content.method === 'album' ? { part: index } : {}
    const deletion: PostContent = { method: 'delete', manner: part.manner, instead, ...place }
    const more = { leadId: card.id, targetKey: key, urgency: 2 as const, withdraws: true }
    return [postIn({ chat: chatId }, `erased:${eventId}:${key}:${index}`, deletion, more)]
  })
}

/** A file without what says anything of it. */
export const bareFile = <Part extends ShownPart>({ caption: _words, ...part }: Part) => ({
  ...part,
  fileName: '',
})
