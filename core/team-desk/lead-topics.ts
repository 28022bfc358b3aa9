import type { Sql } from '../database/sql.ts'

/**
 * Whether a member works on each of his own leads in a topic of his private chat. `refused`: he wanted to, and the staff's
 * network would not have it.
 */
export const leadTopicStates = ['off', 'on', 'refused'] as const
export type LeadTopics = (typeof leadTopicStates)[number]

/**
 * What waits for a topic of a member's private chat is shown in the chat itself. Topics that were not made yet, their names
 * and their pins are forgotten, but for one that is being made; what stands in one, such as a card, gives its name free, so that he can have topics
 * another time.
 */
export async function flattenTopics(sql: Sql, organizationId: string, chatId: string): Promise<void> {
  await sql.query(
    `delete from staff_post where organization_id = $1 and chat_id = $2 and state = 'pending' and lease_token is null
       and (content->>'method' = 'topic' or (content->>'method' = 'pin' and topic_key is not null))`,
    [organizationId, chatId],
  )
  await sql.query(
    `update staff_post set topic_key = null, standing = false, due_at = least(due_at, now()),
       key = case when standing then key || ':' || id else key end
     where organization_id = $1 and chat_id = $2 and state = 'pending' and topic_key is not null`,
    [organizationId, chatId],
  )
}
