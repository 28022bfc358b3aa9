import type { Sql } from '../database/sql.ts'
import { lockLanesOf } from './lock-lane.ts'

/**
 * Lets a part of an album whose file does not come for now go by itself, in its place in the queue, so that the parts before
 * it wait for it no more.
 */
export async function leaveAlbum(sql: Sql, organizationId: string, messageId: string): Promise<void> {
  await lockLanesOf(sql, organizationId, [messageId])
  const [left] = await sql.query<{ conversation_id: string; album: string }>(
    `update outbound_send s set album = null from outbound_send was
     where s.organization_id = $1 and s.message_id = $2 and s.album is not null and s.sending_at is null
       and was.organization_id = $1 and was.message_id = $2
     returning was.conversation_id, was.album`,
    [organizationId, messageId],
  )
  if (!left) return
  // When a lane may be tried is found out again whenever a time in its queue changes.
  await sql.query(
    `update outbound_send set due_at = greatest(due_at, now()) + interval '1 millisecond'
     where organization_id = $1 and conversation_id = $2 and album = $3 and due_at < 'infinity'`,
    [organizationId, left.conversation_id, left.album],
  )
}
