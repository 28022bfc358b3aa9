import type { Sql } from '../database/sql.ts'
import { lockLanesOf } from './lock-lane.ts'

/**
 * Lets messages go that waited for their files: those whose files are all there now. Whoever calls wakes `send` after the
 * commit.
 */
export async function releaseSends(sql: Sql, organizationId: string, messageIds: string[]): Promise<void> {
  await lockLanesOf(sql, organizationId, messageIds)
  await sql.query(
    `update outbound_send s set due_at = now(), file_bytes = (select coalesce(sum(a.size), 0) from attachment a
       where a.organization_id = $1 and a.message_id = s.message_id)
     where s.organization_id = $1 and s.message_id = any($2) and s.due_at = 'infinity'
       and not exists (select 1 from attachment a where a.organization_id = $1 and a.message_id = s.message_id
         and a.state <> 'stored')`,
    [organizationId, messageIds],
  )
}
