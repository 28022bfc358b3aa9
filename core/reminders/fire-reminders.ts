import type { Database } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { inEachOrganization } from '../jobs/in-each-organization.ts'
import type { Logger } from '../log.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import { addNextOccurrence } from './add-next-occurrence.ts'
import { heldUntil, type QuietHours } from './quiet-hours.ts'
import { hoursColumns } from './read-hours.ts'

export interface FireOptions {
  database: Database
  subscriptions: Subscriptions
  log: Logger
  /** Told after a transaction that recorded events. */
  onRecorded: () => void
}

interface Due extends QuietHours {
  [column: string]: unknown
  id: string
  leadId: string
  memberId: string
  version: number
  now: Date
}

const organizationsAtOnce = 200
const remindersAtOnce = 100

/** SQL: what waits for its time. */
export const isWaiting = 'fired_at is null and done_at is null and cancelled_at is null'

/**
 * Fires the reminders that are due by the database's clock, each once, however many processes do this at the same
 * time: a row is marked and its event recorded in one transaction, under a lock that others pass by. One organization's
 * trouble does not hold up the others.
 *
 * @returns how many fired
 * @throws AggregateError of what failed, after the others had their turn
 */
export async function fireReminders(options: FireOptions): Promise<number> {
  const organizations = await options.database.relay<{ id: string }>(
    `select organization_id as id from reminder where ${isWaiting} and due_at <= now()
     group by organization_id order by min(due_at) limit ${organizationsAtOnce}`,
  )
  return inEachOrganization(
    organizations,
    async (id, add) => {
      for (;;) {
        const { taken, events } = await fireSome(options, id)
        add(events)
        if (taken < remindersAtOnce) break
      }
    },
    {
      tell: (reminders) => options.log.info({ reminders }, 'reminders were due'),
      sentence: 'Reminders could not be fired.',
    },
  )
}

async function fireSome({ database, subscriptions, onRecorded }: FireOptions, organizationId: string) {
  const result = await database.transaction({ organizationId }, async (sql) => {
    const due = await sql.query<Due>(
      `select r.id, coalesce(l.merged_into, l.id) as "leadId", r.member_id as "memberId", r.version, now() as now,
         ${hoursColumns}
       from reminder r join lead l on l.organization_id = $1 and l.id = r.lead_id
       join member m on m.organization_id = $1 and m.id = r.member_id
       join organization o on o.id = $1
       where r.organization_id = $1 and ${isWaiting} and r.due_at <= now()
       order by r.due_at, r.id limit ${remindersAtOnce} for update of r skip locked`,
      [organizationId],
    )
    const events: NewEvent[] = []
    for (const { id, leadId, memberId, version, now, ...quiet } of due) {
      // Quiet hours may have been set since, or it comes late, after an outage.
      const held = heldUntil(now, quiet)
      if (held > now) {
        await sql.query('update reminder set due_at = $3 where organization_id = $1 and id = $2', [
          organizationId,
          id,
          held,
        ])
        continue
      }
      await sql.query(
        `update reminder set fired_at = now(), version = version + 1 where organization_id = $1 and id = $2`,
        [organizationId, id],
      )
      await addNextOccurrence(sql, organizationId, id, now, quiet.timeZone)
      const data = { reminderId: id, leadId, memberId, version: version + 1 }
      events.push({ type: 'reminder.due', data, lane: leadId })
    }
    await recordEvents(sql, organizationId, subscriptions, events)
    return { taken: due.length, events: events.length }
  })
  if (result.events > 0) onRecorded()
  return result
}
