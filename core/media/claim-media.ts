import type { Database } from '../database/sql.ts'
import { newId } from '../new-id.ts'

/** A file whose turn it is. */
export interface Media {
  [column: string]: unknown
  organization_id: string
  id: string
  message_id: string
  channel_account_id: string
  origin: string | null
  kind: string
  attempts: number
  lease_token: string
  trying_since: Date
  now: Date
}

/** Made longer while the file is worked on (`hold-lease.ts`): it says how soon a dead process's file is taken up. */
export const leaseSeconds = 60

/**
 * A file that came due so long ago was not tried meanwhile (its channel was stopped, or no process ran): that time is
 * not held against it. Longer than any pause between two attempts.
 */
const breakHours = 2

/** So many of a hundred places go to the file that has been due for longest. */
const oldestOf100 = 25

/**
 * Claims files that are due, except those of stopped channels: the accounts are found first, by leaping from one to the
 * next in the index of what waits, so that what waits behind a stopped one is not looked at. Newest first: somebody may be
 * looking at that message now, and links that expire are best followed at once. Every fourth place, though, goes to the
 * file that is due for longest, so that an import of thousands holds up no photo, and no photo holds up the import for
 * ever.
 *
 * @param busy channel accounts that have enough places already
 */
export function claimMedia(database: Database, limit: number, busy: string[]): Promise<Media[]> {
  const oldest = Array.from({ length: limit }).filter(() => Math.random() * 100 < oldestOf100).length
  return database.relay<Media>(
    `with recursive account as (
         (${nextAccount('')})
         union all
         select next.* from account p cross join lateral (${nextAccount(`and (a.organization_id, a.channel_account_id)
           > (p.organization_id, p.channel_account_id)`)}) next
       ), able as (
         select c.organization_id, c.id from account p
         join channel_account c on c.organization_id = p.organization_id and c.id = p.channel_account_id
         where c.state = 'active' and c.id <> all($4::uuid[])
       ), newest as (${pick('desc', '$1')}), oldest as (${pick('asc', '$2')})
       update attachment a set lease_token = $3, lease_until = now() + make_interval(secs => ${leaseSeconds}),
         store_key = a.organization_id || '/' || a.id,
         attempts = case when ${rested} then 1 else a.attempts + 1 end,
         trying_since = case when ${rested} then now() else a.trying_since end
       from (select * from newest union select * from oldest) picked
       where a.organization_id = picked.organization_id and a.id = picked.id
       returning a.organization_id, a.id, a.message_id, a.channel_account_id, a.origin, a.kind, a.attempts, a.lease_token,
         a.trying_since, now() as now`,
    [limit - oldest, oldest, newId(), busy],
  )
}

const rested = `(a.trying_since is null or a.due_at < now() - interval '${breakHours} hours')`

const nextAccount = (after: string) =>
  `select a.organization_id, a.channel_account_id from attachment a where a.state = 'waiting' and a.origin is null ${after}
   order by a.organization_id, a.channel_account_id limit 1`

/** SQL: the files that wait for a channel that works, and those that members sent, which wait for none. */
const pick = (order: 'asc' | 'desc', limit: string) =>
  `select organization_id, id from (
     select file.* from able cross join lateral (${turns(
       `a.origin is null and a.organization_id = able.organization_id and a.channel_account_id = able.id`,
       order,
       limit,
     )}) file
     union all
     select * from (${turns('a.origin is not null and a.channel_account_id <> all($4::uuid[])', order, limit)}) sent
   ) file order by due_at ${order} limit ${limit}`

const turns = (which: string, order: 'asc' | 'desc', limit: string) =>
  `select a.organization_id, a.id, a.due_at from attachment a where a.state = 'waiting' and ${which}
     and a.due_at <= now() and (a.lease_until is null or a.lease_until < now())
   order by a.due_at ${order} limit ${limit} for update of a skip locked`
