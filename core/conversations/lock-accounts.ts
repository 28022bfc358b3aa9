import { type AccountRate, rateOfAccount } from '../channels/channel-pace.ts'
import type { ChannelPort } from '../channels/channel-port.ts'
import type { Sql } from '../database/sql.ts'
import { laneIsReady } from './lane-is-ready.ts'

interface Account {
  organization_id: string
  channel_account_id: string
  network: string
  /** In how many milliseconds the next may be sent; not above 0 when one may now. */
  wait_ms: number
}

interface Row extends Account {
  [column: string]: unknown
  facts: Record<string, unknown>
  /** For how many seconds the account's allowance lies unused; a day at most. */
  idle: number
  /** How many of its messages are under way, over all processes. */
  busy: number
}

/** An account that has something to send, locked for one claim. */
export interface SendingAccount extends Account, AccountRate {
  /** How many messages may be sent now. */
  room: number
}

/** Of one account, over all processes: a network that hangs must leave places for the others. */
const accountAtOnce = 30

/**
 * Locks the accounts that have something to send, and says how much each may. The lock makes the claims for one account
 * follow one another; the next statement sees what the claim before it did. The accounts are found by leaping from one
 * to the next in the index of lanes, so that the length of their queues does not matter.
 *
 * @param weights which lanes count: those whose next message has a large file (`true`), the others
 */
export async function lockAccounts(
  sql: Sql,
  channels: readonly ChannelPort[],
  places: number,
  weights: readonly boolean[],
): Promise<SendingAccount[]> {
  const ports = new Map(channels.map((port) => [port.network as string, port]))
  const rows = await sql.query<Row>(
    `with recursive account as (
       (select l.organization_id, l.channel_account_id from send_lane l where l.due_at < 'infinity'
        order by l.organization_id, l.channel_account_id limit 1)
       union all
       select next.* from account a cross join lateral (
         select l.organization_id, l.channel_account_id from send_lane l where l.due_at < 'infinity'
           and (l.organization_id, l.channel_account_id) > (a.organization_id, a.channel_account_id)
         order by l.organization_id, l.channel_account_id limit 1) next
     )
     select p.organization_id, p.channel_account_id, c.network, c.facts, busy.count::int as busy,
       (extract(epoch from greatest(p.paced_until, p.blocked_until, '-1 day'::interval + now()) - now()) * 1000)::float8
         as wait_ms,
       extract(epoch from now() - greatest(p.paced_until, '-1 day'::interval + now()))::float8 as idle
     from account a
     join channel_account c on c.organization_id = a.organization_id and c.id = a.channel_account_id
     join channel_pace p on p.organization_id = a.organization_id and p.channel_account_id = a.channel_account_id
     cross join lateral (select count(*) from outbound_send u where u.organization_id = a.organization_id
       and u.channel_account_id = a.channel_account_id and u.lease_until >= now()) busy
     where c.state = 'active' and busy.count < $2 and exists (select 1 from send_lane l
       where l.organization_id = a.organization_id and l.channel_account_id = a.channel_account_id
         and l.urgent = any('{true,false}') and l.heavy = any($3) and ${laneIsReady})
     order by greatest(p.paced_until, p.blocked_until) limit $1 for update of p skip locked`,
    [places, accountAtOnce, weights],
  )
  return rows.map(({ facts, idle, busy, ...account }) => {
    const rate = rateOfAccount(ports.get(account.network), facts)
    const allowed = 1 + Math.floor(0.001 + rate.perSecond * Math.min(idle, rate.saved))
    const room = account.wait_ms > 0 ? 0 : Math.max(0, Math.min(accountAtOnce - busy, allowed))
    return { ...account, ...rate, room }
  })
}
