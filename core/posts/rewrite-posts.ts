import { z } from 'zod'
import { cleanJson } from '../clean-text.ts'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'

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
  async run({ sql, organizationId }, { posts }) {
    if (posts.length === 0) return
    await sql.query(
      `update staff_post p set content = c.content from jsonb_to_recordset($2::jsonb) as c(id bigint, content jsonb)
       where p.organization_id = $1 and p.id = c.id`,
      [organizationId, JSON.stringify(cleanJson(posts))],
    )
  },
})
