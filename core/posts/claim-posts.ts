import type { Database, Sql } from '../database/sql.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { newId } from '../new-id.ts'
import { pace } from './pace.ts'
import { mostWeight } from './post.ts'

/** A post that this process may show now. */
export interface ClaimedPost {
  [column: string]: unknown
  organization_id: string
  id: string
  chat_id: string
  key: string
  content: Record<string, unknown>
  lead_id: string | null
  target_key: string | null
  reply_to: string | null
  target: string | null
  target_parts: (string | null)[] | null
  weight: number
  shown: Record<string, unknown> | null
  attempts: number
  age_hours: number
  lease_token: string
}

export interface ClaimOptions {
  database: Database
  /** The account that shows: all its chats share one allowance. */
  bot: string
  onFree: () => void
}

/** An upload may take 45 s. Whoever dies gives his chats back after a minute; storing late at worst shows a post twice. */
const leaseSeconds = 60

/**
 * SQL: whether what post `p` refers to is through, so that it may be shown. Look-ups by the one index that has all of
 * the key: with `state` among their conditions they may become a walk through everything that waits in the chat.
 */
const isFree = ['reply_to_key', 'target_key']
  .map(
    (key) => `(select r.state from staff_post r where r.organization_id = p.organization_id
      and r.chat_id = p.chat_id and r.key = p.${key}) is distinct from 'pending'`,
  )
  .join(' and ')

/**
 * Claims the most urgent post of each chat that may be written to now, and charges the chat's and the bot's allowance
 * for it in the same transaction: workers of other processes share both. An album that is more than what is left of the
 * bot's allowance waits, and what came after it too, so that it is not overtaken for ever.
 */
export function claimPosts({ database, bot, onFree }: ClaimOptions, limit: number): Promise<ClaimedPost[]> {
  return database.transaction({ relay: true }, async (sql) => {
    const room = await roomOfBot(sql, bot)
    if (room === 0) {
      wakeLater(onFree, 1000 / pace.botPerSecond)
      return []
    }
    const posts = await sql.query<ClaimedPost & { counted: boolean }>(
      `with ready as (
         select c.organization_id, first.id, first.counted, first.weight, c.id as chat_id, c.kind, c.paced_until
         from staff_chat c
         cross join lateral (
           select p.id, p.counted, p.weight from staff_post p
           where p.organization_id = c.organization_id and p.chat_id = c.id and p.state = 'pending'
             and p.due_at <= now() and (not p.counted or ${pace.allowed('c')}) and ${isFree}
           order by p.urgency, p.id limit 1) first
         where c.blocked_until <= now() and c.lease_until <= now()
         order by c.paced_until limit $1 for update of c skip locked
       ), head as (
         select * from (select *, sum(case when counted then weight else 0 end)
           over (order by paced_until, organization_id, chat_id) as used from ready) r where used <= $3
       ), charged as (
         update staff_chat c set lease_until = now() + make_interval(secs => ${leaseSeconds}),
           paced_until = case when head.counted then ${pace.charged('c', 'head.weight')} else c.paced_until end
         from head where c.organization_id = head.organization_id and c.id = head.chat_id
       )
       update staff_post p set attempts = p.attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from head where p.organization_id = head.organization_id and p.id = head.id
       returning p.organization_id, p.id, p.chat_id, p.key, p.content, p.lead_id, p.target_key, p.counted,
         p.weight, p.attempts, p.lease_token, extract(epoch from now() - p.created_at)::float8 / 3600 as age_hours,
         (select s.external_id from staff_post s where s.organization_id = p.organization_id
            and s.chat_id = p.chat_id and s.key = p.reply_to_key) as reply_to,
         (select s.external_id from staff_post s where s.organization_id = p.organization_id
            and s.chat_id = p.chat_id and s.key = p.target_key) as target,
         (select s.parts from staff_post s where s.organization_id = p.organization_id
            and s.chat_id = p.chat_id and s.key = p.target_key) as target_parts,
         (select s.content from staff_post s where s.organization_id = p.organization_id and s.lead_id = p.lead_id
            and s.chat_id = p.chat_id and s.state = 'sent' and p.target_key in (s.key, s.target_key)
            order by s.done_at desc limit 1) as shown`,
      [Math.min(limit, room), newId(), room],
    )
    const used = posts.reduce((sum, { counted, weight }) => sum + (counted ? weight : 0), 0)
    await chargeBot(sql, bot, used)
    if (posts.length === 0 && room < mostWeight) wakeLater(onFree, (mostWeight * 1000) / pace.botPerSecond)
    return posts
  })
}

/** How many messages the whole bot may show now. */
async function roomOfBot(sql: Sql, bot: string): Promise<number> {
  // The lock makes the claims of one bot follow one another, so that no post is chosen twice. The row must be there to be
  // locked: two workers that both found none would both have the whole allowance.
  await sql.query('insert into staff_pace (bot, paced_until) values ($1, now()) on conflict do nothing', [
    bot,
  ])
  const [row] = await sql.query<{ room: number }>(
    `select greatest(0, floor(extract(epoch from now() + interval '1 second' - paced_until) * $2))::int as room
     from staff_pace where bot = $1 for update`,
    [bot, pace.botPerSecond],
  )
  return row?.room ?? pace.botPerSecond
}

async function chargeBot(sql: Sql, bot: string, count: number): Promise<void> {
  if (count === 0) return
  await sql.query(
    `update staff_pace set paced_until = greatest(paced_until, now()) + make_interval(secs => $2) where bot = $1`,
    [bot, count / pace.botPerSecond],
  )
}
