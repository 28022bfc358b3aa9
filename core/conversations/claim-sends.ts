import type { ChannelPort } from '../channels/channel-port.ts'
import { sharePlaces } from '../channels/share-places.ts'
import type { Database, Sql } from '../database/sql.ts'
import { newId } from '../new-id.ts'
import { laneIsReady } from './lane-is-ready.ts'
import { lockAccounts, type SendingAccount } from './lock-accounts.ts'

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
  /** Of its file; 0 when it has none. Claimed as the first of an album: of the files of all its parts that wait. */
  file_bytes: number
  /** Names the album that it is a part of; null: it goes by itself. */
  album: string | null
  now: Date
}

export interface Claimed {
  sends: Send[]
  /** In how many milliseconds an account that must wait now may send again; undefined: none has to. */
  againMs: number | undefined
}

/** Longer than any channel port may take (45 s), so that a live sender never loses its lease. */
export const leaseSeconds = 60

/**
 * Claims the first message of each conversation that may be written to now, and charges the allowances of account and
 * person for it. Accounts that waited longest come first and share the places; within one, what a person wrote comes
 * before what a machine queued. What must wait is not looked at: neither behind a blocked or stopped account, nor behind
 * the first message of its conversation. Of an album the first part is claimed here, and the others when it is prepared.
 *
 * @param heavy whether one with a large file may be among them; more than one never is, so that whoever claims can count
 *   the bytes before the next
 */
export async function claimSends(
  database: Database,
  channels: readonly ChannelPort[],
  places: number,
  heavy = true,
): Promise<Claimed> {
  const weights = heavy ? [true, false] : [false]
  return database.transaction({ relay: true }, async (sql) => {
    const accounts = await lockAccounts(sql, channels, places, weights)
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
      sends: able.length > 0 ? await claimFirsts(sql, able, weights) : [],
      againMs: waits.length > 0 ? Math.min(...waits) : undefined,
    }
  })
}

async function claimFirsts(
  sql: Sql,
  accounts: SendingAccount[],
  weights: readonly boolean[],
): Promise<Send[]> {
  return sql.query<Send>(
    `with ready as (
       select lane.*, a.per_second, a.saved, a.person_step, a.person_saved, a.turn
       from unnest($2::uuid[], $3::uuid[], $4::int[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
         with ordinality as a(organization_id, channel_account_id, room, per_second, saved, person_step, person_saved, turn)
       cross join lateral (
         select next.* from (values (true), (false)) as u(urgent) cross join unnest($9::bool[]) as w(heavy)
         cross join lateral (
           select l.organization_id, l.channel_account_id, l.conversation_id, l.heavy from send_lane l
           where l.organization_id = a.organization_id and l.channel_account_id = a.channel_account_id
             and l.urgent = u.urgent and l.heavy = w.heavy and ${laneIsReady}
           order by l.due_at limit case when w.heavy then 1 else a.room end for update of l skip locked) next
         order by u.urgent desc, w.heavy desc limit a.room) lane
     ), first as (
       select * from (select *, row_number() over (partition by heavy order by turn) as place from ready) r
       where not heavy or place = 1
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
       s.sending_at, s.trying_since, s.album, now() as now,
       case when s.album is null then s.file_bytes else (select sum(p.file_bytes) from outbound_send p
         where p.organization_id = s.organization_id and p.conversation_id = s.conversation_id and p.album = s.album)
       end::float8 as file_bytes`,
    [
      newId(),
      accounts.map(({ organization_id }) => organization_id),
      accounts.map(({ channel_account_id }) => channel_account_id),
      accounts.map(({ room }) => room),
      accounts.map(({ perSecond }) => perSecond),
      accounts.map(({ saved }) => saved),
      accounts.map(({ personStep }) => personStep),
      accounts.map(({ personSaved }) => personSaved),
      weights,
    ],
  )
}
