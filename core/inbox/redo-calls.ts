import type { Sql } from '../database/sql.ts'
import type { Queue } from '../loops/wake.ts'
import { queueOf } from './queue-of.ts'
import type { InboundSource } from './raw-call.ts'

/**
 * Makes calls that were done, or given up, pending again: what they brought already does nothing twice. What was put
 * aside or noted of them is forgotten, since it is put aside or noted anew. The transaction must have the relay scope.
 *
 * @returns how many there were, and the queues to wake after the commit
 */
export async function redoCalls(
  sql: Sql,
  eventIds: string[],
): Promise<{ calls: number; queues: Set<Queue> }> {
  if (eventIds.length === 0) return { calls: 0, queues: new Set() }
  const redone = await sql.query<{ id: string; source: InboundSource }>(
    `update inbound_event set state = 'pending', attempts = 0, due_at = now(), lease_token = null, last_error = null,
       done_at = null
     where id = any($1::uuid[]) and state <> 'pending' returning id, source`,
    [eventIds],
  )
  const ids = redone.map(({ id }) => id)
  await sql.query('delete from quarantined_item where inbound_event_id = any($1::uuid[])', [ids])
  await sql.query('delete from channel_notice where inbound_event_id = any($1::uuid[])', [ids])
  return { calls: ids.length, queues: new Set(redone.map(({ source }) => queueOf(source))) }
}
