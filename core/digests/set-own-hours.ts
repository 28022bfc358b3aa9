import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'
import { findZone } from '../reminders/find-zone.ts'

const time = z.iso.time({ precision: -1 })

/**
 * The acting member's time zone and quiet hours: in these nothing comes by the clock, and what would comes at their end.
 * Null: the organization's. Quiet hours that begin when they end: none, whatever the organization has.
 *
 * @throws DeskError time-zone-unknown
 */
export const setOwnHours = defineCommand({
  input: z.object({
    timeZone: z.string().max(60).nullable().optional(),
    quiet: z.object({ from: time, until: time }).nullable().optional(),
  }),
  allowed: isMember,
  async run({ actor, sql, organizationId }, { timeZone, quiet }) {
    if (actor.kind !== 'member') throw new Error('Only members have hours of their own.')
    const zone = timeZone ? await findZone(sql, timeZone) : null
    await sql.query(
      `update member set time_zone = case when $3 then $4 else time_zone end,
         quiet_from = case when $5 then $6::time else quiet_from end,
         quiet_until = case when $5 then $7::time else quiet_until end
       where organization_id = $1 and id = $2`,
      [
        organizationId,
        actor.memberId,
        timeZone !== undefined,
        zone,
        quiet !== undefined,
        quiet?.from ?? null,
        quiet?.until ?? null,
      ],
    )
  },
})
