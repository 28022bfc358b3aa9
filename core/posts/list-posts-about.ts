import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'

/** A post that shows, or may show, words of a message. */
export interface PostAbout {
  [column: string]: unknown
  /** Where to go on; a number too large for some, so a text. */
  id: string
  chatId: string
  key: string
  targetKey: string | null
  state: 'pending' | 'sent' | 'failed'
  /** Nobody is showing it now: a post of its merge key still takes its place. */
  waits: boolean
  /** It says itself that it shows the message or what refers to it, or the lead; false: it is only of the same lead. */
  isNamed: boolean
  content: Record<string, unknown>
}

/**
 * Posts, and changes of posts, that speak of a message: those that show it, those that show what refers to it (an answer
 * quotes it, a version rewrites it), all of its lead, and those that show the lead among others. In order, `limit` at a
 * time; `after` is the id of the last one seen.
 */
export const listPostsAbout = defineQuery({
  input: z.object({
    messageId: z.uuid(),
    after: z
      .string()
      .regex(/^\d{1,19}$/)
      .default('0'),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  allowed: isSystem,
  async run({ sql, organizationId }, { messageId, after, limit }) {
    return sql.query<PostAbout>(
      `with shown as (
         select id, lead_id, channel_account_id, external_id from message where organization_id = $1 and id = $2
       ), subject as (
         select id from shown union select lead_id from shown
         union select v.id from shown join message v on v.organization_id = $1
           and v.channel_account_id = shown.channel_account_id and v.reply_to_external_id = shown.external_id
       ), found as (
         select id, bool_or(named) as named from (
           select post_id as id, true as named from staff_post_subject
           where organization_id = $1 and subject_id in (select id from subject) and post_id > $3
           union all
           select p.id, false from staff_post p join shown on p.lead_id = shown.lead_id
           where p.organization_id = $1 and p.id > $3) each group by id
       )
       select p.id::text as id, p.chat_id as "chatId", p.key, p.target_key as "targetKey", p.state,
         p.state = 'pending' and p.lease_token is null as waits,
         found.named as "isNamed", p.content
       from found join staff_post p on p.organization_id = $1 and p.id = found.id
       order by p.id limit $4`,
      [organizationId, messageId, after, limit],
    )
  },
})
