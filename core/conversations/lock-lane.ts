import type { Sql } from '../database/sql.ts'

/**
 * Makes the changes to the queue of one conversation follow one another. Taken before the rows of the queue are touched:
 * everybody locks in this order, so that nobody waits in a circle.
 */
export async function lockLane(sql: Sql, organizationId: string, conversationId: string): Promise<void> {
  await sql.query('select 1 from send_lane where organization_id = $1 and conversation_id = $2 for update', [
    organizationId,
    conversationId,
  ])
}

/** The same for the conversations of queued messages, in one order. */
export async function lockLanesOf(sql: Sql, organizationId: string, messageIds: string[]): Promise<void> {
  await sql.query(
    `select 1 from send_lane l where l.organization_id = $1 and l.conversation_id in (
       select s.conversation_id from outbound_send s where s.organization_id = $1 and s.message_id = any($2))
     order by l.conversation_id for update`,
    [organizationId, messageIds],
  )
}
