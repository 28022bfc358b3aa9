import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'

/** What customers said and a chat was not told of yet. */
export interface WaitingPost {
  [column: string]: unknown
  /** A number too large for some, so a text. */
  id: string
  key: string
  leadId: string
  content: Record<string, unknown>
}

/** Posts about leads that wait to be shown in a chat and are no changes, in order; `after` pages on. */
export const listWaitingPosts = defineQuery({
  input: z.object({
    chatId: z.string().max(64),
    after: z
      .string()
      .regex(/^\d{1,19}$/)
      .default('0'),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  allowed: isSystem,
  async run({ sql, organizationId }, { chatId, after, limit }) {
    return sql.query<WaitingPost>(
      `select id::text as id, key, lead_id as "leadId", content from staff_post
       where organization_id = $1 and chat_id = $2 and state = 'pending' and lead_id is not null
         and target_key is null and id > $3
       order by id limit $4`,
      [organizationId, chatId, after, limit],
    )
  },
})
