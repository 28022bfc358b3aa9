import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canReadLeads } from '../policy.ts'

/** The lead whose topic has that number in a group; null: the topic is no lead's. */
export const findTopicLead = defineQuery({
  input: z.object({ chatId: z.string().max(64), thread: z.number().int() }),
  allowed: canReadLeads,
  async run({ sql, organizationId }, { chatId, thread }) {
    const [topic] = await sql.query<{ leadId: string | null }>(
      `select lead_id as "leadId" from staff_post where organization_id = $1 and chat_id = $2 and external_id = $3
         and target_key is null and content->>'method' = 'topic'`,
      [organizationId, chatId, thread],
    )
    return topic?.leadId ?? null
  },
})
