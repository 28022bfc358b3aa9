import type { Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { readWall } from './local-time.ts'
import { nextOccurrence, type Repeat } from './repeat.ts'

/**
 * Makes the row of the next time of what repeats, in the transaction that ends the one before; the caller has locked
 * that. A next one that is there already stays.
 */
export async function addNextOccurrence(
  sql: Sql,
  organizationId: string,
  reminderId: string,
  after: Date,
  timeZone: string,
): Promise<void> {
  const [last] = await sql.query<{ wall: string; repeat: Repeat; occurrence: number; series_id: string }>(
    `select wall::text, repeat, occurrence, series_id from reminder where organization_id = $1 and id = $2`,
    [organizationId, reminderId],
  )
  const next = last && nextOccurrence({ ...last, wall: readWall(last.wall) }, after, timeZone)
  if (!next) return
  await sql.query(
    `insert into reminder (organization_id, id, lead_id, member_id, by_id, text, due_at, wall, repeat, series_id,
       occurrence, idempotency_key)
     select organization_id, $3, lead_id, member_id, by_id, text, $4, wall, repeat, series_id, $5,
       'series:' || series_id || ':' || $6
     from reminder where organization_id = $1 and id = $2
     on conflict do nothing`,
    [organizationId, reminderId, newId(), next.at, next.occurrence, last.occurrence + 1],
  )
}
