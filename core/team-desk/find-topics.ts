import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { isSystem } from '../policy.ts'

/** A topic as it was last asked for. */
export interface Topic {
  [column: string]: unknown
  chatId: string
  /** Its number in the chat; null until it is made. */
  thread: number | null
  /** What the newest post of it says: the topic as it is or will be. */
  content: Record<string, unknown>
  /** Number of that post. */
  postId: string
}

/** A lead's topics in some chats, by the key of the posts that make them; none where nobody asked for one yet. */
export const findTopics = defineQuery({
  input: z.object({ chatIds: z.array(z.string().max(64)).max(500), key: z.string().max(200) }),
  allowed: isSystem,
  async run({ sql, organizationId }, { chatIds, key }) {
    return sql.query<Topic>(
      kept(`select t.chat_id as "chatId", t.external_id::float8 as thread, newest.content,
         newest.id::text as "postId" from staff_post t
       cross join lateral (select p.id, p.content from staff_post p where p.organization_id = $1 and p.chat_id = t.chat_id
         and (p.key = $3 or (p.lead_id is not distinct from t.lead_id and p.target_key = $3)) and p.state <> 'failed'
         and p.content->>'method' = 'topic' order by p.id desc limit 1) newest
       where t.organization_id = $1 and t.chat_id = any($2) and t.key = $3`),
      [organizationId, chatIds, key],
    )
  },
})
