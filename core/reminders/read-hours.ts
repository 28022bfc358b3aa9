import type { Sql } from '../database/sql.ts'
import { DeskError } from '../errors.ts'
import type { QuietHours } from './quiet-hours.ts'

export interface MemberHours extends QuietHours {
  isActive: boolean
}

/** SQL: a member's time zone and quiet hours, with the organization's where he has none of his own; `m` and `o`. */
export const hoursColumns = `coalesce(m.time_zone, o.time_zone) as "timeZone",
  case when m.quiet_from is null then o.quiet_from else m.quiet_from end::text as "from",
  case when m.quiet_from is null then o.quiet_until else m.quiet_until end::text as until`

/**
 * On which clock a member lives, and when he is not to be disturbed.
 *
 * @throws DeskError member-not-found
 */
export async function readHours(sql: Sql, organizationId: string, memberId: string): Promise<MemberHours> {
  const [member] = await sql.query<MemberHours & Record<string, unknown>>(
    `select m.state = 'active' as "isActive", ${hoursColumns}
     from member m join organization o on o.id = m.organization_id
     where m.organization_id = $1 and m.id = $2`,
    [organizationId, memberId],
  )
  if (!member) throw new DeskError('not-found', 'member-not-found')
  return member
}
