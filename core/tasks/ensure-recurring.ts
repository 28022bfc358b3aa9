import type { ChannelPort } from '../channels/channel-port.ts'
import { disconnectedHere } from '../channels/disconnected-here.ts'
import type { Database } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { recurringTasks } from './recurring-tasks.ts'

/**
 * At start: every account that is not disconnected has its recurring tasks, those that an older version connected too, and their lists are asked
 * for at once, since nobody knows what was missed while no process ran.
 */
export async function ensureRecurring(database: Database, channels: readonly ChannelPort[]): Promise<void> {
  const wanted = channels.flatMap((port) =>
    recurringTasks(port, '').map(({ kind }) => ({ network: port.network, kind })),
  )
  await database.transaction({ relay: true }, async (sql) => {
    const rows = await sql.query<{ organization_id: string; id: string; kind: string }>(
      `select a.organization_id, a.id, w.kind from channel_account a
       join unnest($1::text[], $2::text[]) as w(network, kind) on w.network = a.network
       where a.stopped_reason->>'code' is distinct from $3`,
      [wanted.map(({ network }) => network), wanted.map(({ kind }) => kind), disconnectedHere.code],
    )
    await sql.query(
      `insert into network_task (organization_id, id, channel_account_id, kind)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
       on conflict (organization_id, channel_account_id, kind, key) do update
         set due_at = least(network_task.due_at, now()), state = 'pending'
         where network_task.kind in ('check', 'backfill')`,
      [
        rows.map((row) => row.organization_id),
        rows.map(() => newId()),
        rows.map((row) => row.id),
        rows.map((row) => row.kind),
      ],
    )
  })
}
