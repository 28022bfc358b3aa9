import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { DeskError } from '../errors.ts'
import { canManageAssignment } from '../policy.ts'
import { findZone } from '../reminders/find-zone.ts'

const clock = z.iso.time({ precision: -1 })
const mostSpans = 4
const mostHolidays = 100

/**
 * When the business is open: the spans of the named weekdays (1 is Monday; none is closed), the time zone in which they
 * are meant, and days on which it is closed, added or taken away. What is not said stays as it is. A span that does not
 * end after it begins ends on the day after.
 *
 * @throws DeskError time-zone-unknown; too-many-holidays (with `limit`)
 */
export const setOfficeHours = defineCommand({
  input: z.object({
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
    spans: z
      .array(z.object({ opens: clock, closes: clock }))
      .max(mostSpans)
      .default([]),
    timeZone: z.string().max(60).optional(),
    addHolidays: z.array(z.iso.date()).max(mostHolidays).default([]),
    removeHolidays: z.array(z.iso.date()).max(mostHolidays).default([]),
  }),
  allowed: canManageAssignment,
  async run({ sql, organizationId, audit, wakes }, input) {
    const { weekdays, spans, timeZone, addHolidays, removeHolidays } = input
    const zone = timeZone === undefined ? undefined : await findZone(sql, timeZone)
    if (zone) await sql.query('update organization set time_zone = $2 where id = $1', [organizationId, zone])
    if (weekdays.length > 0) {
      await sql.query('delete from office_hours where organization_id = $1 and weekday = any($2)', [
        organizationId,
        weekdays,
      ])
      await sql.query(
        `insert into office_hours (organization_id, weekday, opens, closes)
         select $1, d.weekday, s.opens, s.closes from unnest($2::smallint[]) as d(weekday)
         cross join rows from (unnest($3::time[]), unnest($4::time[])) as s(opens, closes) on conflict do nothing`,
        [organizationId, weekdays, spans.map(({ opens }) => opens), spans.map(({ closes }) => closes)],
      )
    }
    await sql.query('delete from holiday where organization_id = $1 and day = any($2::date[])', [
      organizationId,
      removeHolidays,
    ])
    await sql.query(
      `insert into holiday (organization_id, day) select $1, day from unnest($2::date[]) as w(day)
       on conflict do nothing`,
      [organizationId, addHolidays],
    )
    const [row] = await sql.query<{ count: number }>(
      'select count(*)::int as count from holiday where organization_id = $1',
      [organizationId],
    )
    if ((row?.count ?? 0) > mostHolidays && addHolidays.length > 0) {
      throw new DeskError('conflict', 'too-many-holidays', { limit: mostHolidays })
    }
    audit('setOfficeHours', input)
    wakes('job')
  },
})
