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
