import { kept } from '../database/kept-plans.ts'
import type { Database, Sql } from '../database/sql.ts'
import { wakeLater } from '../loops/wake-later.ts'
import { newId } from '../new-id.ts'
import { claimFollowers, type FoldedPost } from './claim-followers.ts'
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
  topic_key: string | null
  topic: string | null
  /** What else the message shows that this one changes, with what it changes in its place; null: nothing. */
  siblings: { key: string; content: Record<string, unknown> }[] | null
  /** Those that are shown with it in one message. */
  followers: FoldedPost[]
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
  /** Told when something waits and nothing of it may be shown now. */
  onHeldBack: () => void
}

/** An upload may take 45 s. Whoever dies gives his chats back after a minute; storing late at worst shows a post twice. */
const leaseSeconds = 60
/** For so many failures a post keeps those behind it waiting, so that what a customer wrote stays in order. */
const patience = 5

/**
 * SQL: whether what post `p` refers to is through, so that it may be shown. Look-ups by the one index that has all of
 * the key: with `state` among their conditions they may become a walk through everything that waits in the chat.
 */
const isFree = ['reply_to_key', 'target_key', 'topic_key']
  .map(
    (key) => `(select r.state from staff_post r where r.organization_id = p.organization_id
      and r.chat_id = p.chat_id and r.key = p.${key}) is distinct from 'pending'`,
  )
  .join(' and ')

/** SQL: whether none of some urgent posts that stand before post `p` is being tried again. */
const noneIsRetried = (which: string) => `not exists (select 1 from staff_post e
  where e.organization_id = p.organization_id and e.chat_id = p.chat_id and ${which}
    and e.state = 'pending' and e.urgency = 1 and e.id < p.id and e.attempts between 1 and ${patience})`

/** SQL: whether nothing urgent that stands before post `p` in its topic, or of its lead outside of topics, is being tried again. */
const isNext = `case when p.topic_key is not null then ${noneIsRetried('e.topic_key = p.topic_key')}
  else p.lead_id is null or ${noneIsRetried('e.topic_key is null and e.lead_id = p.lead_id')} end`

/** SQL: a column of the post whose key is in another column of `p`. */
const ofKey = (column: string, key: string) =>
  `(select s.${column} from staff_post s where s.organization_id = p.organization_id
     and s.chat_id = p.chat_id and s.key = p.${key})`

/**
 * SQL: all that is shown by the message that post `p` changes, where that is more than one post: each as it is shown
 * now, with what its own post says of it.
 */
const siblings = `(select case when count(*) > 1 then jsonb_agg(jsonb_build_object('key', s.key, 'content',
    (s.content - 'buttons') || coalesce((select e.content from staff_post e where e.organization_id = s.organization_id
      and e.chat_id = s.chat_id and e.lead_id is not distinct from s.lead_id and e.target_key = s.key
      and e.state = 'sent' and e.content->>'method' = 'edit' order by e.done_at desc limit 1), s.content)) order by s.id) end
  from staff_post s where s.organization_id = p.organization_id and s.chat_id = p.chat_id and s.target_key is null
    and s.external_id = ${ofKey('external_id', 'target_key')})`

/**
 * Claims the most urgent post of each chat that may be written to now, and charges the chat's and the bot's allowance
 * for it in the same transaction: workers of other processes share both. Organizations take turns, so that one with many
 * chats leaves room for one with few. An album that is more than what is left of the bot's allowance waits, and what came
 * after it too, so that it is not overtaken for ever.
 */
export function claimPosts(
  { database, bot, onFree, onHeldBack }: ClaimOptions,
  limit: number,
): Promise<ClaimedPost[]> {
  return database.transaction({ relay: true }, async (sql) => {
    const room = await roomOfBot(sql, bot)
    if (room === 0) {
      wakeLater(onFree, 1000 / pace.botPerSecond)
      return []
    }
    const most = Math.min(limit, room)
    const posts = await sql.query<ClaimedPost & { counted: boolean; crowded: boolean }>(
      kept(`with due as (
         select each.*, row_number() over (partition by organization_id order by urgency, paced_until, chat_id) as turn
         from organization o cross join lateral (
           select c.organization_id, first.id, first.counted, first.weight, first.urgency, first.folds, c.id as chat_id,
             c.kind, c.paced_until, ${pace.crowded('c')} as crowded
           from staff_chat c
           cross join lateral (
             select p.id, p.counted, p.weight, p.urgency, p.folds from staff_post p
             where p.organization_id = c.organization_id and p.chat_id = c.id and p.state = 'pending'
               and p.due_at <= now() and (not p.counted or ${pace.allowed('c')}) and ${isFree} and ${isNext}
             order by p.urgency, p.id limit 1) first
           where c.organization_id = o.id and c.blocked_until <= now() and c.lease_until <= now()
           order by c.paced_until limit $1) each
       ), ready as (
         select due.* from due join staff_chat c on c.organization_id = due.organization_id and c.id = due.chat_id
         where c.blocked_until <= now() and c.lease_until <= now()
         order by due.turn, due.urgency, due.paced_until, due.chat_id limit $1 for update of c skip locked
       ), head as (
         select * from (select *, sum(case when counted then weight else 0 end)
           over (order by turn, urgency, paced_until, organization_id, chat_id) as used from ready) r where used <= $3
       ), charged as (
         update staff_chat c set lease_until = now() + make_interval(secs => ${leaseSeconds}),
           paced_until = case when head.counted then ${pace.charged('c', 'head.weight')} else c.paced_until end
         from head where c.organization_id = head.organization_id and c.id = head.chat_id
       )
       update staff_post p set attempts = p.attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from head where p.organization_id = head.organization_id and p.id = head.id
       returning p.organization_id, p.id, p.chat_id, p.key, p.content, p.lead_id, p.target_key, p.topic_key, p.counted,
         p.weight, p.attempts, p.lease_token, extract(epoch from now() - p.created_at)::float8 / 3600 as age_hours,
         head.crowded and head.folds as crowded,
         ${ofKey('external_id', 'reply_to_key')} as reply_to, ${ofKey('external_id', 'target_key')} as target,
         ${ofKey('parts', 'target_key')} as target_parts, ${ofKey('external_id', 'topic_key')} as topic,
         case when ${ofKey('folds', 'target_key')} then ${siblings} end as siblings,
         (select s.content from staff_post s where s.organization_id = p.organization_id and s.lead_id = p.lead_id
            and s.chat_id = p.chat_id and s.state = 'sent' and p.target_key in (s.key, s.target_key)
            order by s.done_at desc limit 1) as shown`),
      [most, newId(), room],
    )
    for (const post of posts)
      post.followers = post.crowded ? await claimFollowers(sql, post, leaseSeconds) : []
    const used = posts.reduce((sum, { counted, weight }) => sum + (counted ? weight : 0), 0)
    await chargeBot(sql, bot, used)
    if (room - used < mostWeight) wakeLater(onFree, (mostWeight * 1000) / pace.botPerSecond)
    if (posts.length >= most) {
      if (most < limit) onFree()
      return posts
    }
    const [row] = await sql.query<{ waits: boolean }>(
      kept(`select exists (select from staff_post where state = 'pending' and lease_token is null) as waits`),
    )
    if (row?.waits) onHeldBack()
    return posts
  })
}

/** How many messages the whole bot may show now. */
async function roomOfBot(sql: Sql, bot: string): Promise<number> {
  // The lock makes the claims of one bot follow one another, so that no post is chosen twice. The row must be there to be
  // locked: two workers that both found none would both have the whole allowance.
  const lock = () =>
    sql.query<{ room: number }>(
      kept(`select greatest(0, floor(extract(epoch from now() + interval '1 second' - paced_until) * $2))::int as room
       from staff_pace where bot = $1 for update`),
      [bot, pace.botPerSecond],
    )
  const [known] = await lock()
  if (known) return known.room
  await sql.query('insert into staff_pace (bot, paced_until) values ($1, now()) on conflict do nothing', [
    bot,
  ])
  const [made] = await lock()
  return made?.room ?? pace.botPerSecond
}

async function chargeBot(sql: Sql, bot: string, count: number): Promise<void> {
  if (count === 0) return
  await sql.query(
    kept(
      `update staff_pace set paced_until = greatest(paced_until, now()) + make_interval(secs => $2) where bot = $1`,
    ),
    [bot, count / pace.botPerSecond],
  )
}
