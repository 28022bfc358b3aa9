import type { Sql } from '../database/sql.ts'
import type { OfficeHours, OfficeSpan } from './office-hours.ts'

interface Row extends Record<string, unknown> {
  timeZone: string
  spans: (OfficeSpan & { weekday: number })[]
  holidays: string[]
}

/** Reads when an organization's business is open. */
export async function readHoursOf(sql: Sql, organizationId: string): Promise<OfficeHours> {
  const [row] = await sql.query<Row>(
    `select o.time_zone as "timeZone",
       (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'),
          'closes', to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]')
        from office_hours h where h.organization_id = $1) as spans,
       (select coalesce(json_agg(to_char(d.day, 'YYYY-MM-DD') order by d.day), '[]')
        from holiday d where d.organization_id = $1) as holidays
     from organization o where o.id = $1`,
    [organizationId],
  )
  const days = new Map<number, OfficeSpan[]>()
  for (const { weekday, opens, closes } of row?.spans ?? []) {
    days.set(weekday, [...(days.get(weekday) ?? []), { opens, closes }])
  }
  return { timeZone: row?.timeZone ?? 'UTC', days, holidays: new Set(row?.holidays) }
}
