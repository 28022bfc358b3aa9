import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMaskOfLead } from '../contacts/read-masks.ts'
import { mustSeeLead } from '../leads/must-see-lead.ts'
import { canReadLeads, isSystem } from '../policy.ts'

/** More than one album becomes in all chats of a large team. */
const mostPosts = 500

interface KeptPost {
  [column: string]: unknown
  /** A number too large for some, so a text. */
  id: string
  chatId: string
  key: string
  waits: boolean
  content: Record<string, unknown>
}

/**
 * The posts of a lead whose keys begin so, in order, with what they hold; `waits`: nobody is showing it yet, so that a
 * post of its merge key still takes its place. Changes of posts and posts that could not be shown do not count.
 */
export const listPosts = defineQuery({
  input: z.object({ leadId: z.uuid(), keyPrefix: z.string().min(1).max(100) }),
  allowed: canReadLeads,
  async run(work, { leadId, keyPrefix }) {
    const { sql, organizationId } = work
    if (!isSystem(work.actor)) await mustSeeLead(work, leadId)
    const mask = await readMaskOfLead(work, leadId)
    const posts = await sql.query<KeptPost>(
      `select id::text as id, chat_id as "chatId", key, state = 'pending' and lease_token is null as waits, content from staff_post
       where organization_id = $1 and lead_id = $2 and target_key is null and state <> 'failed'
         and starts_with(key, $3)
       order by id limit ${mostPosts}`,
      [organizationId, leadId, keyPrefix],
    )
    return mask(posts)
  },
})
