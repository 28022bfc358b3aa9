import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { readMasks } from '../contacts/read-masks.ts'
import { kept } from '../database/kept-plans.ts'
import { findSeenLead } from '../leads/must-see-lead.ts'
import { canReadLeads } from '../policy.ts'

/** A topic as it was last asked for. */
export interface Topic {
  [column: string]: unknown
  key: string
  /** Its number in the group; null until it is made. */
  thread: number | null
  /** What the newest post of it says: the topic as it is or will be. */
  content: Record<string, unknown>
}

/** The topic of a group by the key of its post; null: nobody asked for it yet, or it is of a lead that is not seen. */
export const findTopic = defineQuery({
  input: z.object({ chatId: z.string().max(64), key: z.string().max(200) }),
  allowed: canReadLeads,
  async run(work, { chatId, key }) {
    const { sql, organizationId } = work
    const [topic] = await sql.query<Topic & { leadId: string | null }>(
      kept(`select t.key, t.lead_id as "leadId", t.external_id::float8 as thread, newest.content from staff_post t
       cross join lateral (select p.content from staff_post p where p.organization_id = $1 and p.chat_id = $2
         and (p.key = $3 or (p.lead_id is not distinct from t.lead_id and p.target_key = $3)) and p.state <> 'failed'
         and p.content->>'method' = 'topic' order by p.id desc limit 1) newest
       where t.organization_id = $1 and t.chat_id = $2 and t.key = $3`),
      [organizationId, chatId, key],
    )
    if (!topic) return null
    const { leadId, ...shown } = topic
    if (leadId === null) return shown
    const lead = await findSeenLead(work, leadId)
    return lead ? (await readMasks(work, [lead.contactId]))(lead.contactId)(shown) : null
  },
})
