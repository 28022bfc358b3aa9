import type { Network } from '../channels/inbound-item.ts'
import type { Sql } from '../database/sql.ts'
import type { Queue } from '../loops/wake.ts'
import { redoCalls } from './redo-calls.ts'

/** So many calls at a time: the rest follows with the next round of housekeeping. */
const callsAtOnce = 5_000

const connectedHere = 'select network, external_id from channel_account'

/** SQL: the calls with items that waited for the accounts. */
const callsOf = (accounts: string) =>
  `select distinct q.inbound_event_id as id from (${accounts}) a
   cross join lateral (select inbound_event_id from quarantined_item
     where awaits_network = a.network and awaits_account = a.external_id limit ${callsAtOnce}) q
   where exists (select 1 from inbound_event e where e.id = q.inbound_event_id and e.state <> 'pending')
   limit ${callsAtOnce}`

/** SQL for the relay: whether anything waited for an account that is connected by now. */
export const anyAwaited = `select exists (${callsOf(connectedHere)}) as found`

/**
 * Takes up the calls with items that came for accounts before anybody here had connected them, so that nothing of them
 * is lost. The transaction must have the relay scope.
 *
 * @param accounts those that were just connected; `all`: whichever are by now
 * @returns the queues to wake after the commit
 */
export async function takeUpAwaiting(
  sql: Sql,
  accounts: { network: Network; account: string }[] | 'all',
): Promise<Set<Queue>> {
  if (accounts.length === 0) return new Set()
  const values =
    accounts === 'all' ? [] : [accounts.map(({ network }) => network), accounts.map(({ account }) => account)]
  const rows = await sql.query<{ id: string }>(
    callsOf(
      accounts === 'all'
        ? connectedHere
        : 'select * from unnest($1::text[], $2::text[]) as w(network, external_id)',
    ),
    values,
  )
  const { queues } = await redoCalls(
    sql,
    rows.map(({ id }) => id),
  )
  return queues
}
