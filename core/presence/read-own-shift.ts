import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isResting } from '../leads/resting.ts'
import { isHandled } from '../leads/set-lead-handled.ts'
import { isOpen } from '../office-hours/office-hours.ts'
import { readHoursOf } from '../office-hours/read-hours-of.ts'
import { isMember } from '../policy.ts'
import { type Presence, type Shift, shiftNow } from './shift.ts'

export interface OwnShift {
  /** What he said; null: the office hours say it. */
  said: Shift | null
  /** What holds. */
  shift: Shift
  /** Leads of his whose customers wait for an answer. */
  waiting: number
}

/** The shift of the acting member. */
export const readOwnShift = defineQuery({
  input: z.object({}),
  allowed: isMember,
  async run({ actor, sql, organizationId, now }): Promise<OwnShift> {
    if (actor.kind !== 'member') throw new Error('Only members have shifts.')
    const hours = await readHoursOf(sql, organizationId)
    const [row] = await sql.query<Presence & { waiting: number } & Record<string, unknown>>(
      `select p.shift, coalesce(p.last_active_at, m.created_at) as "lastActiveAt",
         (select count(*)::int from lead l where l.organization_id = $1 and l.owner_id = m.id and l.closed_at is null
            and l.last_inbound_at >= coalesce(l.last_outbound_at, '-infinity') and not ${isHandled('l')}
            and not ${isResting}) as waiting
       from member m left join presence p on p.organization_id = $1 and p.member_id = m.id
       where m.organization_id = $1 and m.id = $2`,
      [organizationId, actor.memberId],
    )
    const presence = { shift: row?.shift ?? null, lastActiveAt: row?.lastActiveAt ?? now }
    return {
      said: presence.shift,
      shift: shiftNow(presence, isOpen(hours, now), now),
      waiting: row?.waiting ?? 0,
    }
  },
})
