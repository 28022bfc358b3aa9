import type { Sql } from '../database/sql.ts'
import { lockLanesOf } from './lock-lane.ts'

/**
 * How long a part of an album waits for the next one, in milliseconds. Telegram brings the parts as messages of their own and
 * says neither how many there are nor which is the last; they come within some hundred milliseconds of each other, also
 * through two processes. What comes later than that goes by itself.
 */
export const albumQuietMs = 1_000

/**
 * Lets messages go that waited for their files: those whose files are all there now; a part of an album not before it is
 * known that no other follows. Whoever calls wakes `send` after the commit.
 *
 * @returns in how many milliseconds the last of them may go
 */
export async function releaseSends(sql: Sql, organizationId: string, messageIds: string[]): Promise<number> {
  await lockLanesOf(sql, organizationId, messageIds)
  const released = await sql.query<{ wait_ms: number }>(
    `update outbound_send s set file_bytes = (select coalesce(sum(a.size), 0) from attachment a
         where a.organization_id = $1 and a.message_id = s.message_id),
       due_at = case when s.album is null then now()
         else greatest(now(), s.created_at + make_interval(secs => ${albumQuietMs / 1000})) end
     where s.organization_id = $1 and s.message_id = any($2) and s.due_at = 'infinity'
       and not exists (select 1 from attachment a where a.organization_id = $1 and a.message_id = s.message_id
         and a.state <> 'stored')
     returning (extract(epoch from s.due_at - now()) * 1000)::float8 as wait_ms`,
    [organizationId, messageIds],
  )
  return Math.max(0, ...released.map(({ wait_ms }) => wait_ms))
}
