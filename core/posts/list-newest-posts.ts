import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads, isSystem } from '../policy.ts'

/**
 * Which chats show a lead under keys that begin so, with the key of the newest such post of each chat, and of the newest in a
 * topic of it. In order: of a chat's the newest is the last. Changes of posts and posts that could not be shown do not count.
 */
export const listNewestPosts = defineQuery({
  input: z.object({ leadId: z.uuid(), keyPrefix: z.string().min(1).max(100) }),
  allowed: canReadLeads,
  async run(work, { leadId, keyPrefix }) {
    const { sql, organizationId } = work
    if (!isSystem(work.actor)) await mustSeeLead(work, leadId)
    return sql.query<{ chatId: string; key: string; inTopic: boolean }>(
      kept(`select chat_id as "chatId", key, topic_key is not null as "inTopic" from (
         select distinct on (chat_id, topic_key is null) id, chat_id, key, topic_key from staff_post
         where organization_id = $1 and lead_id = $2 and target_key is null and state <> 'failed'
           and starts_with(key, $3)
         order by chat_id, topic_key is null, id desc) newest
       order by id`),
      [organizationId, leadId, keyPrefix],
    )
  },
})
