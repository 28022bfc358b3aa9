import type { Sql } from '../database/sql.ts'
import type { Queue } from '../loops/wake.ts'
import { redoCalls } from './redo-calls.ts'

/** So many calls at a time: the rest follows with the next round of housekeeping. */
const callsAtOnce = 1_000

/** As the index of `migrations/0009-received.sql` has it. */
const outdated = `(q.reason like 'there is no unique or exclusion constraint%'
  or q.reason like 'column % does not exist%' or q.reason like 'relation % does not exist%')`

/**
 * Takes up the calls of which items were put aside because a statement did not fit the tables: while a desk is brought up
 * to date, a process of the version before works on beside the new one for a while, with tables that are not its own any
 * more. As it may take them again, each is left for a minute first, and then for as long again as it is old: it is tried
 * some twenty times until it is cleared away. The transaction must have the relay scope.
 *
 * @returns the queues to wake after the commit
 */
export async function takeUpOutdated(sql: Sql): Promise<Set<Queue>> {
  const rows = await sql.query<{ id: string }>(
    `select distinct e.id from quarantined_item q join inbound_event e on e.id = q.inbound_event_id
     where ${outdated} and e.state <> 'pending'
       and now() - q.created_at > greatest(interval '1 minute', q.created_at - e.received_at)
     limit ${callsAtOnce}`,
  )
  const { queues } = await redoCalls(
    sql,
    rows.map(({ id }) => id),
  )
  return queues
}
