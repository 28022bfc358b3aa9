import { z } from 'zod'
import { cleanJson } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { isSystem } from '../policy.ts'
import { readGuard } from './read-guard.ts'

/**
 * Changes what posts hold, shown or not, without showing anything: words that must be erased may not stay in the
 * database either. What is changed here looks no different in its chat; that takes a post of its own.
 */
export const rewritePosts = defineCommand({
  input: z.object({
    posts: z
      .array(z.object({ id: z.string().regex(/^\d{1,19}$/), content: z.record(z.string(), z.json()) }))
      .max(500),
  }),
  allowed: isSystem,
  async run(work, { posts: wanted }) {
    const { sql, organizationId } = work
    if (wanted.length === 0) return
    const posts = await masked(work, wanted)
    await sql.query(
      `update staff_post p set content = c.content from jsonb_to_recordset($2::jsonb) as c(id bigint, content jsonb)
       where p.organization_id = $1 and p.id = c.id`,
      [organizationId, JSON.stringify(cleanJson(posts))],
    )
  },
})

/** What is written anew is written once for all chats: numbers go where they may be seen. */
async function masked<Post extends { id: string; content: unknown }>(
  work: Work,
  posts: Post[],
): Promise<Post[]> {
  const { sql, organizationId } = work
  const kept = await sql.query<{ id: string; chat: string; kind: 'private' | 'group'; leadId: string }>(
    `select p.id::text as id, p.chat_id as chat, c.kind, p.lead_id as "leadId" from staff_post p
     join staff_chat c on c.organization_id = $1 and c.id = p.chat_id
     where p.organization_id = $1 and p.id = any($2::bigint[]) and p.lead_id is not null`,
    [organizationId, posts.map(({ id }) => id)],
  )
  const guard = await readGuard(work, [...new Set(kept.map(({ leadId }) => leadId))])
  return posts.map((post) => {
    const place = kept.find(({ id }) => id === post.id)
    if (!place) return post
    const mask = guard.mask({ id: place.chat, kind: place.kind }, place.leadId)
    return { ...post, content: mask(post.content) }
  })
}
