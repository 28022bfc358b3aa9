import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'
import type { PostAbout } from './list-posts-about.ts'

/**
 * Posts, and changes of posts, that show anything of a lead: all of its own, and those that show it, or one of its
 * messages, among others. In order, `limit` at a time; `after` is the id of the last one seen.
 */
export const listPostsOfLead = defineQuery({
  input: z.object({
    leadId: z.uuid(),
    after: z
      .string()
      .regex(/^\d{1,19}$/)
      .default('0'),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  allowed: isSystem,
  async run({ sql, organizationId }, { leadId, after, limit }) {
    return sql.query<PostAbout>(
      `with subject as (
         select $2::uuid as id union all select id from message where organization_id = $1 and lead_id = $2
       ), found as (
         select post_id as id from staff_post_subject
         where organization_id = $1 and subject_id in (select id from subject) and post_id > $3
         union
         select p.id from staff_post p where p.organization_id = $1 and p.lead_id = $2 and p.id > $3)
       select p.id::text as id, p.chat_id as "chatId", p.key, p.target_key as "targetKey", p.state,
         p.state = 'pending' and p.lease_token is null as waits, true as "isNamed", p.content
       from found join staff_post p on p.organization_id = $1 and p.id = found.id
       order by p.id limit $4`,
      [organizationId, leadId, after, limit],
    )
  },
})
