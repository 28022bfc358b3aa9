import type { Sql } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import { isTimeZone } from './local-time.ts'

/**
 * A time zone's own name, however its capitals were typed. Both we and the database must know it, since both tell times
 * in it.
 *
 * @throws DeskError time-zone-unknown
 */
export async function findZone(sql: Sql, wanted: string): Promise<string> {
  const [found] = await sql.query<{ name: string }>(
    `select name from pg_timezone_names where lower(name) = lower($1) and name not like 'posix%' limit 1`,
    [wanted],
  )
  if (!found || !isTimeZone(found.name)) throw new DeskError('invalid', 'time-zone-unknown')
  return found.name
}
