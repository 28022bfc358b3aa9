import type { Work } from '../command.ts'
import { gestures } from '../conversations/list-ways.ts'
import { isResting } from '../leads/resting.ts'
import { isHandled } from '../leads/set-lead-handled.ts'
import { isOpen } from '../office-hours/office-hours.ts'
import { readHoursOf } from '../office-hours/read-hours-of.ts'
import { decideAbsence, type WaitingLead } from './decide-absence.ts'
import { readSettings } from './read-plan.ts'

export interface Absence {
  leadId: string
  ownerId: string
  reason: 'shift' | 'absence'
}

const leadsAtOnce = 200

/** SQL: the owner ended his shift when he had the lead; one that he took or was given since then is his on purpose. */
const leftBehind = `(p.shift = 'off' and l.claimed_at <= p.shift_since)`

/**
 * Finds leads whose customers wait and whose owners are away: all, or one of them.
 *
 * @param leadId the one to look at
 */
export async function findAbsences(
  { sql, organizationId, now }: Pick<Work, 'sql' | 'organizationId' | 'now'>,
  leadId?: string,
): Promise<Absence[]> {
  const settings = await readSettings(sql, organizationId)
  if (settings.absenceMinutes === null && !settings.returnsOffShift) return []
  const hours = await readHoursOf(sql, organizationId)
  if (!isOpen(hours, now)) return []
  const rows = await sql.query<WaitingLead & Omit<Absence, 'reason'> & Record<string, unknown>>(
    `select l.id as "leadId", l.owner_id as "ownerId", coalesce(${leftBehind}, false) as "leftBehind",
       greatest(l.claimed_at, coalesce(w.since, l.last_inbound_at)) as since
     from lead l
     left join presence p on p.organization_id = $1 and p.member_id = l.owner_id
     cross join lateral (select min(coalesce(x.received_at, x.sent_at)) as since from message x
       where x.organization_id = $1 and x.lead_id = l.id and x.direction = 'inbound' and x.kind not in ${gestures}
         and x.sent_at > coalesce(l.last_outbound_at, '-infinity')) w
     where l.organization_id = $1 and l.owner_id is not null and l.closed_at is null and l.merged_into is null
       and ($2::uuid is null or l.id = $2)
       and l.last_inbound_at >= coalesce(l.last_outbound_at, '-infinity')
       and not ${isHandled('l')} and not ${isResting}
       and (($3 and ${leftBehind})
         or coalesce(w.since, l.last_inbound_at) <= now() - make_interval(mins => $4::int))
     order by l.last_inbound_at, l.id limit ${leadsAtOnce}`,
    [organizationId, leadId ?? null, settings.returnsOffShift, settings.absenceMinutes],
  )
  return rows.flatMap(({ leadId: id, ownerId, since, leftBehind: isLeft }) => {
    const reason = decideAbsence({ since, leftBehind: isLeft }, settings, hours, now)
    return reason ? [{ leadId: id, ownerId, reason }] : []
  })
}
