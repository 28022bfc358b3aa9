import type { NewEvent } from '../events.ts'
import { inEachOrganization } from '../jobs/in-each-organization.ts'
import type { JobTools } from '../jobs/job.ts'
import { newId } from '../new-id.ts'
import { recordEvents } from '../outbox/record-events.ts'
import { isOfBlocked } from './resting.ts'
import { isHandled } from './set-lead-handled.ts'

export type EndSnoozesOptions = Pick<JobTools, 'database' | 'subscriptions' | 'log' | 'onRecorded'>

interface Ended {
  [column: string]: unknown
  id: string
  byId: string | null
  isBack: boolean
}

const organizationsAtOnce = 500
const leadsAtOnce = 100

/**
 * Brings leads back whose time has come, each once, however many processes do this at the same time, and records
 * `lead.snooze-ended` of those that rested until now. Whose customer has written meanwhile, who was closed, merged, handled or
 * blocked is no news.
 *
 * @returns how many came back
 * @throws AggregateError of what failed, after the other organizations had their turn
 */
export async function endSnoozes(options: EndSnoozesOptions): Promise<number> {
  const organizations = await options.database.relay<{ id: string }>(
    `select distinct organization_id as id from snooze_end where due_at <= now() limit ${organizationsAtOnce}`,
  )
  return inEachOrganization(
    organizations,
    async (id, add) => {
      for (;;) {
        const { taken, events } = await endSome(options, id)
        add(events)
        if (taken < leadsAtOnce) break
      }
    },
    {
      tell: (leads) => options.log.info({ leads }, 'leads came back'),
      sentence: 'Leads that were put off could not be brought back.',
    },
  )
}

async function endSome(
  { database, subscriptions, onRecorded }: EndSnoozesOptions,
  organizationId: string,
): Promise<{ taken: number; events: number }> {
  const result = await database.transaction({ organizationId }, async (sql) => {
    // Leads first, as whoever snoozes has them.
    const due = await sql.query<Ended>(
      `select l.id, l.snoozed_by as "byId", coalesce(l.snoozed_until <= now(), false)
         and l.last_inbound_at is not distinct from l.snoozed_inbound_at and l.closed_at is null
         and l.merged_into is null and not ${isHandled('l')} and not ${isOfBlocked} as "isBack"
       from lead l where l.organization_id = $1 and l.id in (select lead_id from snooze_end
         where organization_id = $1 and due_at <= now() order by due_at limit ${leadsAtOnce})
       for update of l skip locked`,
      [organizationId],
    )
    const ids = due.map(({ id }) => id)
    await sql.query(
      `delete from snooze_end where organization_id = $1 and lead_id = any($2) and due_at <= now()`,
      [organizationId, ids],
    )
    const back = due.filter(({ isBack }) => isBack)
    await sql.query(
      `insert into activity (organization_id, id, lead_id, kind, data)
       select $1, a.id, a.lead_id, 'lead.unsnoozed', '{}' from unnest($2::uuid[], $3::uuid[]) as a(id, lead_id)`,
      [organizationId, back.map(() => newId()), back.map(({ id }) => id)],
    )
    const events = back.map(
      ({ id, byId }): NewEvent => ({ type: 'lead.snooze-ended', data: { leadId: id, byId }, lane: id }),
    )
    await recordEvents(sql, organizationId, subscriptions, events)
    return { taken: due.length, events: events.length }
  })
  if (result.events > 0) onRecorded()
  return result
}
