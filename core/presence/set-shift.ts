import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isMember } from '../policy.ts'
import { shifts } from './shift.ts'

/**
 * The acting member begins, interrupts or ends his shift; null: the office hours say it again. Who is on is given
 * leads that have waited for somebody.
 */
export const setShift = defineCommand({
  input: z.object({ shift: z.enum(shifts).nullable() }),
  allowed: isMember,
  async run({ actor, sql, organizationId, wakes }, { shift }) {
    if (actor.kind !== 'member') throw new Error('Only members have shifts.')
    await sql.query(
      `insert into presence as p (organization_id, member_id, last_active_at, shift, shift_since)
       values ($1, $2, now(), $3, now())
       on conflict (organization_id, member_id) do update set last_active_at = excluded.last_active_at,
         shift = excluded.shift,
         shift_since = case when p.shift is distinct from excluded.shift then excluded.shift_since
           else p.shift_since end`,
      [organizationId, actor.memberId, shift],
    )
    wakes('job')
  },
})
