import { type AccountRate, rateOf } from '../channels/channel-pace.ts'
import type { ChannelPort } from '../channels/channel-port.ts'
import { sharePlaces } from '../channels/share-places.ts'
import type { Database, Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/** A claimed place in the queue in front of the customers' networks. */
export interface Send {
  [column: string]: unknown
  organization_id: string
  message_id: string
  conversation_id: string
  channel_account_id: string
  attempts: number
  lease_token: string
  sending_at: Date | null
  trying_since: Date
  now: Date
}

export interface Claimed {
  sends: Send[]
  /** In how many milliseconds an account that must wait now may send again; undefined: none has to. */
  againMs: number | undefined
}

/** Longer than any channel port may take (15 s), so that a live sender never loses its lease. */
const leaseSeconds = 60
/** Of one account, over all processes: a network that hangs must leave places for the others. */
const accountAtOnce = 20

/**
 * Claims the first message of each conversation that may be written to now, and charges the allowances of account and
 * person for it. Accounts that waited longest come first and share the places; within one, what a person wrote comes
 * before what a machine queued. What must wait is not looked at: neither behind a blocked or stopped account, nor behind
 * the first message of its conversation.
 */
export async function claimSends(
  database: Database,
  channels: readonly ChannelPort[],
  places: number,
): Promise<Claimed> {
  return database.transaction({ relay: true }, async (sql) => {
    const accounts = await lockAccounts(sql, channels, places)
    const shares = sharePlaces(
      accounts.map(({ room }) => room),
      places,
    )
    const able = accounts.flatMap((account, index) => {
      const room = shares[index] ?? 0
      return room > 0 ? { ...account, room } : []
    })
    const waits = accounts.map(({ wait_ms }) => wait_ms).filter((ms) => ms > 0)
    return {
      sends: able.length > 0 ? await claimFirsts(sql, able) : [],
      againMs: waits.length > 0 ? Math.min(...waits) : undefined,
    }
  })
}

interface Account {
  [column: string]: unknown
  organization_id: string
  channel_account_id: string
  network: string
  /** How many messages may be sent now. */
  room: number
  /** In how many milliseconds the next may be sent; not above 0 when one may now. */
  wait_ms: number
}

/**
 * SQL: whether the lane `l` has a first message that may be tried now and is not under way. Said with `infinity` too,
 * without which the index of what is due is not used.
 */
const isReady = `l.due_at <= now() and l.due_at < 'infinity' and not exists (select 1 from outbound_send u
  where u.organization_id = l.organization_id and u.channel_account_id = l.channel_account_id
    and u.conversation_id = l.conversation_id and u.lease_until >= now())`

/**
 * Locks the accounts that have something to send, and says how much each may. The lock makes the claims for one account
 * follow one another; the next statement sees what the claim before it did. The accounts are found by leaping from one
 * to the next in the index of lanes, so that the length of their queues does not matter.
 */
async function lockAccounts(
  sql: Sql,
  channels: readonly ChannelPort[],
  places: number,
): Promise<(Account & AccountRate)[]> {
  const rates = new Map(channels.map(({ network, pace }) => [network as string, rateOf(pace)]))
  const unknown = rateOf()
  const rows = await sql.query<Account>(
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
       case when greatest(p.paced_until, p.blocked_until) > now() then 0 else greatest(0, least($5 - (
           select count(*) from outbound_send u where u.organization_id = p.organization_id
             and u.channel_account_id = p.channel_account_id and u.lease_until >= now()),
         1 + floor(0.001 + coalesce(r.per_second, $6) * extract(epoch from
           now() - greatest(p.paced_until, now() - make_interval(secs => coalesce(r.saved, $7)))))))
       end::int as room
     from account a
     join channel_account c on c.organization_id = a.organization_id and c.id = a.channel_account_id
     join channel_pace p on p.organization_id = a.organization_id and p.channel_account_id = a.channel_account_id
     left join unnest($2::text[], $3::float8[], $4::float8[]) as r(network, per_second, saved)
       on r.network = c.network
     where c.state = 'active' and exists (select 1 from send_lane l where l.organization_id = a.organization_id
       and l.channel_account_id = a.channel_account_id and l.urgent = any('{true,false}') and ${isReady})
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

async function claimFirsts(sql: Sql, accounts: (Account & AccountRate)[]): Promise<Send[]> {
  return sql.query<Send>(
    `with first as (
       select lane.*, a.per_second, a.saved, a.person_step, a.person_saved
       from unnest($2::uuid[], $3::uuid[], $4::int[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
         as a(organization_id, channel_account_id, room, per_second, saved, person_step, person_saved)
       cross join lateral (
         select ready.* from (values (true), (false)) as u(urgent)
         cross join lateral (
           select l.organization_id, l.channel_account_id, l.conversation_id from send_lane l
           where l.organization_id = a.organization_id and l.channel_account_id = a.channel_account_id
             and l.urgent = u.urgent and ${isReady}
           order by l.due_at limit a.room for update of l skip locked) ready
         order by u.urgent desc limit a.room) lane
     ), charged as (
       update channel_pace p set paced_until = greatest(p.paced_until, now() - make_interval(secs => f.saved))
         + make_interval(secs => f.count / f.per_second)
       from (select organization_id, channel_account_id, per_second, saved, count(*) as count
             from first group by 1, 2, 3, 4) f
       where p.organization_id = f.organization_id and p.channel_account_id = f.channel_account_id
     ), spaced as (
       update send_lane l set paced_until = greatest(l.paced_until, now() - make_interval(secs => f.person_saved))
         + make_interval(secs => f.person_step)
       from first f where l.organization_id = f.organization_id and l.conversation_id = f.conversation_id
     )
     update outbound_send s set attempts = attempts + 1, trying_since = coalesce(trying_since, now()), lease_token = $1,
       lease_until = now() + make_interval(secs => ${leaseSeconds})
     from first f cross join lateral (select h.message_id from outbound_send h
       where h.organization_id = f.organization_id and h.conversation_id = f.conversation_id
       order by h.id limit 1) head
     where s.organization_id = f.organization_id and s.message_id = head.message_id
     returning s.organization_id, s.message_id, s.conversation_id, s.channel_account_id, s.attempts, s.lease_token,
       s.sending_at, s.trying_since, now() as now`,
    [
      newId(),
      accounts.map(({ organization_id }) => organization_id),
      accounts.map(({ channel_account_id }) => channel_account_id),
      accounts.map(({ room }) => room),
      accounts.map(({ perSecond }) => perSecond),
      accounts.map(({ saved }) => saved),
      accounts.map(({ personStep }) => personStep),
      accounts.map(({ personSaved }) => personSaved),
    ],
  )
}
