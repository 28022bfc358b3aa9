import type { Database, Sql } from '../database/sql.ts'
import { type Logger, withoutSecrets } from '../log.ts'
import { newId } from '../new-id.ts'
import { createRunner, type Runner } from '../work/create-runner.ts'
import { pace } from './pace.ts'
import type { Messenger, Post, PostOutcome } from './post.ts'

export interface ShowOptions {
  database: Database
  messenger: Messenger
  log: Logger
  onFree: () => void
  /** A chat cannot be written to at all: its person is told nothing until he comes back. */
  onUnreachable: (organizationId: string, chatId: string) => Promise<void>
  onShown?: (outcome: string) => void
}

interface ClaimedPost {
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
  shown: Record<string, unknown> | null
  attempts: number
  age_hours: number
  lease_token: string
}

const chatsAtOnce = 20
const leaseSeconds = 60
/** How long a post is tried while the network is in trouble; what is older tells nobody anything any more. */
const patienceHours = 24

/**
 * Shows queued posts to staff: one at a time in a chat and in order of urgency, paced as the network wants it, many
 * chats at once. Posts are free and may, after a crash, be shown once more; they are never lost.
 */
export function createShower(options: ShowOptions): Runner {
  const { messenger, log, onFree } = options
  return createRunner<ClaimedPost>({
    concurrency: chatsAtOnce,
    claim: (limit) => claim(options, limit),
    handle: async (post, store) => {
      const outcome: PostOutcome =
        post.target_key !== null && post.target === null
          ? { outcome: 'dropped', reason: 'what it changes was never shown' }
          : await messenger.show(present(post))
      options.onShown?.(outcome.outcome)
      await store(() => finish(options, post, outcome))
      // The pulse would find the chat's next post too, but up to two seconds late.
      for (const ms of outcome.outcome === 'wait' ? [outcome.ms] : pace.stepsMs) wakeLater(onFree, ms)
    },
    onFree,
    onError: (error) =>
      log.warn({ err: error }, 'the end of a post could not be stored; its lease will run out'),
  })
}

const present = (post: ClaimedPost): Post => ({
  organizationId: post.organization_id,
  id: post.id,
  chatId: post.chat_id,
  key: post.key,
  content: post.content,
  leadId: post.lead_id,
  replyTo: post.reply_to === null ? null : Number(post.reply_to),
  target: post.target === null ? null : Number(post.target),
  shown: post.shown,
})

/** SQL: whether post `p` of chat `c` may be shown now; a post that refers to another waits until that one is through. */
const showable = `p.state = 'pending' and p.due_at <= now() and (not p.counted or ${pace.allowed('c')})
  and not exists (select 1 from staff_post r where r.organization_id = p.organization_id and r.chat_id = p.chat_id
    and r.key in (p.reply_to_key, p.target_key) and r.state = 'pending')`

const wakeLater = (wake: () => void, ms: number) => void setTimeout(wake, ms + 10).unref()

/**
 * Claims the most urgent post of each chat that may be written to now, and charges the chat's and the bot's allowance
 * for it in the same transaction: workers of other processes share both.
 */
function claim(
  { database, messenger: { name: bot }, onFree }: ShowOptions,
  limit: number,
): Promise<ClaimedPost[]> {
  return database.transaction({ relay: true }, async (sql) => {
    const room = await roomOfBot(sql, bot, limit)
    if (room === 0) {
      wakeLater(onFree, 1000 / pace.botPerSecond)
      return []
    }
    const posts = await sql.query<ClaimedPost & { counted: boolean }>(
      `with chat as (
         select c.organization_id, c.id, c.kind from staff_chat c
         where c.blocked_until <= now() and c.lease_until <= now()
           and exists (select 1 from staff_post p where p.organization_id = c.organization_id
             and p.chat_id = c.id and ${showable})
         order by c.paced_until limit $1 for update skip locked
       ), head as (
         select h.organization_id, h.id, h.counted, chat.id as chat_id, chat.kind
         from chat cross join lateral (
           select p.organization_id, p.id, p.counted from staff_post p
           join staff_chat c on c.organization_id = p.organization_id and c.id = p.chat_id
           where p.organization_id = chat.organization_id and p.chat_id = chat.id
             and ${showable}
           order by p.urgency, p.id limit 1) h
       ), charged as (
         update staff_chat c set lease_until = now() + make_interval(secs => ${leaseSeconds}),
           paced_until = case when head.counted then ${pace.charged('c')} else c.paced_until end
         from head where c.organization_id = head.organization_id and c.id = head.chat_id
       )
       update staff_post p set attempts = p.attempts + 1, lease_token = $2,
         lease_until = now() + make_interval(secs => ${leaseSeconds})
       from head where p.organization_id = head.organization_id and p.id = head.id
       returning p.organization_id, p.id, p.chat_id, p.key, p.content, p.lead_id, p.target_key, p.counted,
         p.attempts, p.lease_token, extract(epoch from now() - p.created_at)::float8 / 3600 as age_hours,
         (select s.external_id from staff_post s where s.organization_id = p.organization_id
            and s.chat_id = p.chat_id and s.key = p.reply_to_key) as reply_to,
         (select s.external_id from staff_post s where s.organization_id = p.organization_id
            and s.chat_id = p.chat_id and s.key = p.target_key) as target,
         (select s.content from staff_post s where s.organization_id = p.organization_id and s.lead_id = p.lead_id
            and s.chat_id = p.chat_id and s.state = 'sent' and p.target_key in (s.key, s.target_key)
            order by s.done_at desc limit 1) as shown`,
      [room, newId()],
    )
    await chargeBot(sql, bot, posts.filter(({ counted }) => counted).length)
    return posts
  })
}

/** How many posts the whole bot may show now. */
async function roomOfBot(sql: Sql, bot: string, limit: number): Promise<number> {
  // The row must be there to be locked: two workers that both found none would both have the whole allowance.
  await sql.query('insert into staff_pace (bot, paced_until) values ($1, now()) on conflict do nothing', [
    bot,
  ])
  const [row] = await sql.query<{ room: number }>(
    `select greatest(0, floor(extract(epoch from now() + interval '1 second' - paced_until) * $2))::int as room
     from staff_pace where bot = $1 for update`,
    [bot, pace.botPerSecond],
  )
  return Math.min(limit, row?.room ?? limit)
}

async function chargeBot(sql: Sql, bot: string, count: number): Promise<void> {
  if (count === 0) return
  await sql.query(
    `update staff_pace set paced_until = greatest(paced_until, now()) + make_interval(secs => $2) where bot = $1`,
    [bot, count / pace.botPerSecond],
  )
}

async function finish(options: ShowOptions, post: ClaimedPost, outcome: PostOutcome): Promise<void> {
  const { database, messenger, log } = options
  await database.transaction({ relay: true }, async (sql) => {
    const mine = await writeEnd(sql, post, outcome)
    if (!mine) return
    const blockedMs = outcome.outcome === 'wait' ? outcome.ms : 0
    await sql.query(
      `update staff_chat set lease_until = '-infinity',
         blocked_until = greatest(blocked_until, now() + make_interval(secs => $3))
       where organization_id = $1 and id = $2`,
      [post.organization_id, post.chat_id, blockedMs / 1000],
    )
    if (outcome.outcome === 'wait' && outcome.everywhere) {
      await sql.query(
        `update staff_pace set paced_until = greatest(paced_until, now() + make_interval(secs => $2)) where bot = $1`,
        [messenger.name, 1 + blockedMs / 1000],
      )
    }
  })
  if (outcome.outcome === 'failed' || outcome.outcome === 'unreachable' || outcome.outcome === 'refused') {
    const reason = withoutSecrets(outcome.reason)
    log.warn(
      { post: post.id, attempts: post.attempts, outcome: outcome.outcome, reason },
      'a post was not shown',
    )
  }
  if (outcome.outcome === 'unreachable') await options.onUnreachable(post.organization_id, post.chat_id)
}

/** Writes the end of an attempt. False: the lease was lost meanwhile, and another worker has the post. */
async function writeEnd(sql: Sql, post: ClaimedPost, outcome: PostOutcome): Promise<boolean> {
  const again = outcome.outcome === 'wait' || (outcome.outcome === 'failed' && post.age_hours < patienceHours)
  const state = again ? 'pending' : outcome.outcome === 'shown' ? 'sent' : 'failed'
  const pause =
    outcome.outcome === 'failed' ? Math.min(60, 2 ** (post.attempts - 1)) * (0.75 + Math.random() / 2) : 0
  const reason = 'reason' in outcome ? withoutSecrets(outcome.reason).slice(0, 500) : null
  // Waiting is the network's wish and not a failure of the post: it is not counted as an attempt.
  const rows = await sql.query(
    `update staff_post set state = $4, external_id = coalesce($5, external_id), last_error = $6,
       attempts = attempts - $7, lease_token = null, lease_until = null,
       merge_key = case when $4 = 'pending' and exists (select 1 from staff_post newer
           where newer.organization_id = $1 and newer.chat_id = staff_post.chat_id and newer.state = 'pending'
             and newer.lease_token is null and newer.merge_key = staff_post.merge_key)
         then null else merge_key end,
       due_at = now() + make_interval(secs => $8), done_at = case when $4 = 'pending' then null else now() end
     where organization_id = $1 and id = $2 and lease_token = $3 returning id`,
    [
      post.organization_id,
      post.id,
      post.lease_token,
      state,
      outcome.outcome === 'shown' ? (outcome.externalId ?? null) : null,
      reason,
      outcome.outcome === 'wait' ? 1 : 0,
      pause,
    ],
  )
  return rows.length > 0
}
