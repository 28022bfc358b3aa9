import type { NewEvent } from '../events.ts'
import { inEachOrganization } from '../jobs/in-each-organization.ts'
import type { JobTools } from '../jobs/job.ts'
import { newId } from '../new-id.ts'
import { recordEvents } from '../outbox/record-events.ts'
import { keptDays } from './keep-notices.ts'

const organizationsAtOnce = 500

export type GatherOptions = Pick<JobTools, 'database' | 'subscriptions' | 'log' | 'onRecorded'>

/**
 * Records `notices.gathered` for the members for whom news was put together and whose time has come: all that is kept for
 * one of them is one batch, however many processes do this at the same time. Rows that nobody needs any more go.
 *
 * @returns for how many members
 * @throws AggregateError of what failed, after the other organizations had their turn
 */
export async function gatherNotices(options: GatherOptions): Promise<number> {
  const organizations = await options.database.relay<{ id: string }>(
    `select distinct organization_id as id from kept_notice where due_at <= now() limit ${organizationsAtOnce}`,
  )
  return inEachOrganization(organizations, async (id, add) => add(await gatherOf(options, id)), {
    tell: (members) => options.log.info({ members }, 'news was put together'),
    sentence: 'News could not be put together.',
  })
}

async function gatherOf({ database, subscriptions, onRecorded }: GatherOptions, organizationId: string) {
  const count = await database.transaction({ organizationId }, async (sql) => {
    await sql.query(
      `delete from kept_notice where organization_id = $1 and due_at <= now() and (left_out or batch is not null)`,
      [organizationId],
    )
    // Whoever has news that is put together has chosen so: the row of his choice is his lock.
    const members = await sql.query<{ id: string }>(
      `select n.member_id as id from notice_choice n
       where n.organization_id = $1 and exists (select 1 from kept_notice k where k.organization_id = $1
         and k.member_id = n.member_id and k.due_at <= now() and not k.left_out and k.batch is null)
       order by n.member_id for update of n skip locked`,
      [organizationId],
    )
    const events: NewEvent[] = []
    for (const { id: memberId } of members) {
      const batch = newId()
      // Read after the lock: another process may have been here just before.
      const taken = await sql.query(
        `update kept_notice set batch = $3, due_at = now() + interval '${keptDays} days'
         where organization_id = $1 and member_id = $2 and not left_out and batch is null returning event_id`,
        [organizationId, memberId, batch],
      )
      if (taken.length > 0)
        events.push({ type: 'notices.gathered', data: { memberId, batch }, lane: memberId })
    }
    await recordEvents(sql, organizationId, subscriptions, events)
    return events.length
  })
  if (count > 0) onRecorded()
  return count
}
