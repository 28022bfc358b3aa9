import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import type { Opening } from './list-openings.ts'

/** Begins a conversation with a person who has not written there, or finds the one that was begun meanwhile. */
export async function openConversation(
  sql: Sql,
  organizationId: string,
  { channelAccountId, identityId, threadId }: Opening,
  { contactId, leadId }: { contactId: string; leadId: string },
): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into conversation (organization_id, id, channel_account_id, contact_id, thread_id, identity_id, lead_id,
       last_message_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict on constraint conversation_of_thread do update set lead_id = excluded.lead_id returning id`,
    [organizationId, newId(), channelAccountId, contactId, threadId, identityId, leadId],
  )
  if (!row) throw new Error('The conversation was neither begun nor found.')
  return row.id
}
