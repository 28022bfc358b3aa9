import { called } from '../contacts/called.ts'
import { type Looking, readMasks } from '../contacts/read-masks.ts'
import { visibleLeads } from '../team/visible-leads.ts'
import type { Repeat } from './repeat.ts'

/** A reminder as staff see it: plain data. Its text and the lead's name are people's own words: escape them. */
export interface Reminder {
  id: string
  /** The lead it is about; for one that was folded into another, that one. */
  lead: { id: string; number: number; name: string | null; ownerId: string | null; closedAt: Date | null }
  /** Whom it reminds, and who wanted it. */
  for: { id: string; name: string; isActive: boolean; unreachable: boolean }
  by: { id: string; name: string }
  text: string
  dueAt: Date
  repeat: Repeat
  firedAt: Date | null
  doneAt: Date | null
  cancelledAt: Date | null
  /** Rises with each change and each firing. */
  version: number
  /** That of whom it reminds, such as Europe/Paris. */
  timeZone: string
}

type Flat = Omit<Reminder, 'lead' | 'for' | 'by'> & Record<string, unknown>

interface Row extends Flat {
  leadId: string
  contactId: string
  number: number
  contactName: string | null
  ownerId: string | null
  closedAt: Date | null
  forId: string
  forName: string
  forState: string
  unreachable: boolean
  byId: string
  byName: string
}

/**
 * Reads the reminders that the actor sees, which are those of leads that he sees.
 *
 * @param where a condition on `r` (reminder) and `l` (its lead, or the one that it was folded into), with values from $2 on
 */
export async function readReminders(
  looking: Looking,
  where: string,
  values: unknown[],
  tail = 'order by r.due_at, r.id',
): Promise<Reminder[]> {
  const { actor, sql, organizationId } = looking
  const all: unknown[] = [organizationId, ...values]
  const visible = visibleLeads(actor, all)
  const rows = await sql.query<Row>(
    `select r.id, l.id as "leadId", l.contact_id as "contactId", l.number, ${called('c')} as "contactName", l.owner_id as "ownerId",
       l.closed_at as "closedAt",
       m.id as "forId", m.name as "forName", m.state as "forState", m.unreachable_since is not null as unreachable,
       b.id as "byId", b.name as "byName", r.text, r.due_at as "dueAt", r.repeat, r.fired_at as "firedAt",
       r.done_at as "doneAt", r.cancelled_at as "cancelledAt", r.version,
       coalesce(m.time_zone, (select time_zone from organization where id = $1)) as "timeZone"
     from reminder r
     join lead told on told.organization_id = $1 and told.id = r.lead_id
     join lead l on l.organization_id = $1 and l.id = coalesce(told.merged_into, told.id)
     join contact c on c.organization_id = $1 and c.id = l.contact_id
     join member m on m.organization_id = $1 and m.id = r.member_id
     join member b on b.organization_id = $1 and b.id = r.by_id
     where r.organization_id = $1 and (${where}) and ${visible} ${tail}`,
    all,
  )
  const maskOf = await readMasks(
    looking,
    rows.map(({ contactId }) => contactId),
  )
  return rows.map((row) => maskOf(row.contactId)(present(row)))
}

function present(row: Row): Reminder {
  const { id, text, dueAt, repeat, firedAt, doneAt, cancelledAt, version, timeZone } = row
  return {
    id,
    lead: {
      id: row.leadId,
      number: row.number,
      name: row.contactName,
      ownerId: row.ownerId,
      closedAt: row.closedAt,
    },
    for: {
      id: row.forId,
      name: row.forName,
      isActive: row.forState === 'active',
      unreachable: row.unreachable,
    },
    by: { id: row.byId, name: row.byName },
    text,
    dueAt,
    repeat,
    firedAt,
    doneAt,
    cancelledAt,
    version,
    timeZone,
  }
}
