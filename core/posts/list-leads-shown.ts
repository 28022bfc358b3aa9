import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'

/** The open leads that a chat shows under keys that begin so, the newest first; `before` pages on. */
export const listLeadsShown = defineQuery({
  input: z.object({
    chatId: z.string().max(64),
    keyPrefix: z.string().min(1).max(100),
    before: z.uuid().optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  allowed: isSystem,
  async run({ sql, organizationId }, { chatId, keyPrefix, before, limit }) {
    const rows = await sql.query<{ id: string }>(
      `select l.id from lead l
       where l.organization_id = $1 and l.closed_at is null and l.merged_into is null
         and ($4::uuid is null or l.id < $4)
         and exists (select from staff_post p where p.organization_id = $1 and p.lead_id = l.id and p.chat_id = $2
           and p.target_key is null and p.state <> 'failed' and starts_with(p.key, $3))
       order by l.id desc limit $5`,
      [organizationId, chatId, keyPrefix, before ?? null, limit],
    )
    return rows.map(({ id }) => id)
  },
})
