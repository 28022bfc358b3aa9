import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isMember } from '../policy.ts'
import type { LeadTopics } from './lead-topics.ts'

/** Whether the acting member works on each of his leads in a topic of his private chat. */
export const readLeadTopics = defineQuery({
  input: z.object({}),
  allowed: isMember,
  async run({ actor, sql, organizationId }): Promise<LeadTopics> {
    if (actor.kind !== 'member') throw new Error('Only members have private chats of their own.')
    const [row] = await sql.query<{ state: LeadTopics }>(
      `select lead_topics as state from member where organization_id = $1 and id = $2`,
      [organizationId, actor.memberId],
    )
    return row?.state ?? 'off'
  },
})
