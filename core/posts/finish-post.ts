import { kept } from '../database/kept-plans.ts'
import type { Database, Sql } from '../database/sql.ts'
import { type Logger, withoutSecrets } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import type { ClaimedPost } from './claim-posts.ts'
import { isGroup, type Messenger, type PostOutcome } from './post.ts'
import { isWorthMaking, restoreStanding, restoreTopic } from './restore-topic.ts'

export interface EndOptions {
  database: Database
  messenger: Messenger
  log: Logger
  /** A chat cannot be written to at all: its person is told nothing until he comes back, a group until it is mended. */
  onUnreachable: (organizationId: string, chatId: string, reason: string) => Promise<void>
  /** A person's chat has no topics: what stands in one goes into the chat itself. */
  onTopicless: (organizationId: string, chatId: string, reason: string) => Promise<void>
  /** A group goes on under another number. */
  onMoved: (organizationId: string, chatId: string, newChatId: string) => Promise<void>
}

/** How long a post is tried while the network is in trouble; what is older tells nobody anything any more. */
const patienceHours = 24

/** @returns whether more waits for the chat */
export async function finishPost(
  options: EndOptions,
  post: ClaimedPost,
  outcome: PostOutcome,
): Promise<boolean> {
  const { database, messenger, log } = options
  let hasNoTopics = outcome.outcome === 'topicless'
  const waits = await database.transaction({ relay: true }, async (sql) => {
    if (outcome.outcome === 'astray') hasNoTopics = !(await isWorthMaking(sql, post))
    const mine = await writeEnd(sql, post, outcome, hasNoTopics)
    if (!mine) return false
    if (outcome.outcome === 'astray' && !hasNoTopics) await restoreTopic(sql, post)
    if (outcome.outcome === 'gone') await restoreStanding(sql, post)
    const blockedMs = outcome.outcome === 'wait' ? outcome.ms : 0
    const isClosed = outcome.outcome === 'unreachable' && isGroup(post.chat_id)
    const [chat] = await sql.query<{ waits: boolean }>(
      kept(`update staff_chat set lease_until = '-infinity',
         blocked_until = case when $4 then 'infinity'
           else greatest(blocked_until, now() + make_interval(secs => $3)) end
       where organization_id = $1 and id = $2
       returning exists (select from staff_post p where p.organization_id = $1 and p.chat_id = $2
         and p.state = 'pending') as waits`),
      [post.organization_id, post.chat_id, blockedMs / 1000, isClosed],
    )
    if (outcome.outcome === 'wait' && outcome.everywhere) {
      await sql.query(
        `update staff_pace set paced_until = greatest(paced_until, now() + make_interval(secs => $2)) where bot = $1`,
        [messenger.name, 1 + blockedMs / 1000],
      )
    }
    return chat?.waits ?? false
  })
  if (outcome.outcome === 'failed' || outcome.outcome === 'unreachable' || outcome.outcome === 'refused') {
    const reason = withoutSecrets(outcome.reason)
    log.warn(
      { post: post.id, attempts: post.attempts, outcome: outcome.outcome, reason },
      'a post was not shown',
    )
  }
  if (outcome.outcome === 'unreachable') {
    await options.onUnreachable(post.organization_id, post.chat_id, withoutSecrets(outcome.reason))
  }
  if (hasNoTopics && 'reason' in outcome) {
    await options.onTopicless(post.organization_id, post.chat_id, withoutSecrets(outcome.reason))
    return true
  }
  if (outcome.outcome === 'moved') {
    await options.onMoved(post.organization_id, post.chat_id, outcome.chatId)
    // What waited there waits under its new number.
    return true
  }
  return waits
}

/** Outcomes after which a post waits to be shown again, as the network wishes and not because it failed. */
function waitsAgain({ chat_id: chatId }: ClaimedPost, { outcome }: PostOutcome): boolean {
  if (outcome === 'unreachable') return isGroup(chatId)
  return outcome === 'wait' || outcome === 'astray' || outcome === 'topicless' || outcome === 'moved'
}

/** Writes the end of an attempt. False: the lease was lost meanwhile, and another worker has the post. */
async function writeEnd(
  sql: Sql,
  post: ClaimedPost,
  outcome: PostOutcome,
  hasNoTopics: boolean,
): Promise<boolean> {
  const isSpared = waitsAgain(post, outcome)
  const again = isSpared || (outcome.outcome === 'failed' && post.age_hours < patienceHours)
  const state = again ? 'pending' : outcome.outcome === 'shown' ? 'sent' : 'failed'
  // What is to go elsewhere is not tried here once more before that is known.
  const pause = outcome.outcome === 'failed' ? backOff(post.attempts - 1, 1, 60) : hasNoTopics ? 2 : 0
  const reason = 'reason' in outcome ? withoutSecrets(outcome.reason).slice(0, 500) : null
  // Waiting is the network's wish and not a failure of the post: it is not counted as an attempt. A merge key is one waiting
  // post's: where a newer one has taken it meanwhile, this one waits without.
  const rows = await sql.query(
    kept(`update staff_post set state = $4, external_id = coalesce($5, external_id), last_error = $6,
       parts = coalesce($9, parts),
       attempts = attempts - $7, lease_token = null, lease_until = null,
       merge_key = case when $4 = 'pending' and exists (select 1 from staff_post newer
           where newer.organization_id = $1 and newer.chat_id = staff_post.chat_id and newer.state = 'pending'
             and newer.lease_token is null and newer.merge_key = staff_post.merge_key)
         then null else merge_key end,
       due_at = now() + make_interval(secs => $8), done_at = case when $4 = 'pending' then null else now() end
     where organization_id = $1 and id = any($2) and lease_token = $3 returning id`),
    [
      post.organization_id,
      [post.id, ...post.followers.map(({ id }) => id)],
      post.lease_token,
      state,
      outcome.outcome === 'shown' ? (outcome.externalId ?? null) : null,
      reason,
      isSpared ? 1 : 0,
      pause,
      outcome.outcome === 'shown' ? (outcome.parts ?? null) : null,
    ],
  )
  return rows.length > 0
}
