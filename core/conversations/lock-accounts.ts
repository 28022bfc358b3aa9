import { type AccountRate, rateOf } from '../channels/channel-pace.ts'
import type { ChannelPort } from '../channels/channel-port.ts'
import type { Sql } from '../database/sql.ts'
import { laneIsReady } from './lane-is-ready.ts'

interface Account {
  organization_id: string
  channel_account_id: string
  network: string
  /** How many messages may be sent now. */
  room: number
  /** In how many milliseconds the next may be sent; not above 0 when one may now. */
  wait_ms: number
}

/** An account that has something to send, locked for one claim. */
export type SendingAccount = Account & AccountRate

/** Of one account, over all processes: a network that hangs must leave places for the others. */
const accountAtOnce = 30

/**
 * Locks the accounts that have something to send, and says how much each may. The lock makes the claims for one account
 * follow one another; the next statement sees what the claim before it did. The accounts are found by leaping from one
 * to the next in the index of lanes, so that the length of their queues does not matter.
 */
export async function lockAccounts(
  sql: Sql,
  channels: readonly ChannelPort[],
  places: number,
): Promise<SendingAccount[]> {
  const rates = new Map(channels.map(({ network, pace }) => [network as string, rateOf(pace)]))
  const unknown = rateOf()
  const rows = await sql.query<Account & Record<string, unknown>>(
    `with recursive account as (
       (select l.organization_id, l.channel_account_id from send_lane l where l.due_at < 'infinity'
        order by l.organization_id, l.channel_account_id limit 1)
       union all
       select next.* from account a cross join lateral (
         select l.organization_id, l.channel_account_id from send_lane l where l.due_at < 'infinity'
           and (l.organization_id, l.channel_account_id) > (a.organization_id, a.channel_account_id)
         order by l.organization_id, l.channel_account_id limit 1) next
     )
     select p.organization_id, p.channel_account_id, c.network,
       (extract(epoch from greatest(p.paced_until, p.blocked_until, '-1 day'::interval + now()) - now()) * 1000)::float8
         as wait_ms,
       case when greatest(p.paced_until, p.blocked_until) > now() then 0 else greatest(0, least($5 - busy.count,
         1 + floor(0.001 + coalesce(r.per_second, $6) * extract(epoch from
           now() - greatest(p.paced_until, now() - make_interval(secs => coalesce(r.saved, $7)))))))
       end::int as room
     from account a
     join channel_account c on c.organization_id = a.organization_id and c.id = a.channel_account_id
     join channel_pace p on p.organization_id = a.organization_id and p.channel_account_id = a.channel_account_id
     cross join lateral (select count(*) from outbound_send u where u.organization_id = a.organization_id
       and u.channel_account_id = a.channel_account_id and u.lease_until >= now()) busy
     left join unnest($2::text[], $3::float8[], $4::float8[]) as r(network, per_second, saved)
       on r.network = c.network
     where c.state = 'active' and busy.count < $5 and exists (select 1 from send_lane l where l.organization_id = a.organization_id
       and l.channel_account_id = a.channel_account_id and l.urgent = any('{true,false}') and ${laneIsReady})
     order by greatest(p.paced_until, p.blocked_until) limit $1 for update of p skip locked`,
    [
      places,
      [...rates.keys()],
      [...rates.values()].map(({ perSecond }) => perSecond),
      [...rates.values()].map(({ saved }) => saved),
      accountAtOnce,
      unknown.perSecond,
      unknown.saved,
    ],
  )
  return rows.map((row) => ({ ...row, ...(rates.get(row.network) ?? unknown) }))
}
