import type { Sql } from '../database/sql.ts'
import type { ClaimedPost } from './claim-posts.ts'
import { isGroup } from './post.ts'

/**
 * SQL: what post `s` looks like now: as it was put, with what the newest change of it that was shown says. A topic that is
 * made again gets its newest name, a card its newest face.
 */
const newestContent = `((s.content - 'buttons') || coalesce((select e.content - 'method' from staff_post e
  where e.organization_id = s.organization_id and e.chat_id = s.chat_id and e.target_key = s.key and e.state = 'sent'
    and e.content->>'method' in ('edit', 'topic') order by e.done_at desc limit 1), s.content - 'method'))`

const pendingAgain = `state = 'pending', external_id = null, attempts = 0, done_at = null, due_at = now(),
  lease_token = null, lease_until = null, merge_key = null`
const again = `${pendingAgain}, content = ${newestContent}`

/**
 * Somebody deleted a topic: it is made again, and what stands in it is shown again, before what waits. What heard of it a
 * second time, after it was made again, changes nothing. What was written there by people is gone.
 */
export async function restoreTopic(sql: Sql, post: ClaimedPost): Promise<void> {
  const { organization_id, chat_id, topic_key, topic } = post
  const [restored] = await sql.query(
    `update staff_post s set ${again}
     where s.organization_id = $1 and s.chat_id = $2 and s.key = $3 and s.state <> 'pending'
       and s.external_id is not distinct from $4 returning s.id`,
    [organization_id, chat_id, topic_key, topic],
  )
  if (!restored) return waitForTopic(sql, post)
  await sql.query(
    `update staff_post s set ${again}
     where s.organization_id = $1 and s.chat_id = $2 and s.topic_key = $3 and s.standing and s.state <> 'pending'`,
    [organization_id, chat_id, topic_key],
  )
}

/**
 * Whether a topic that is gone is to be made again. In private chats topics are new, and some are made and take nothing: one
 * in which nothing was ever shown since it was made is not made over and over.
 */
export async function isWorthMaking(
  sql: Sql,
  { organization_id, chat_id, topic_key, topic }: ClaimedPost,
): Promise<boolean> {
  if (isGroup(chat_id) || topic === null) return true
  const [used] = await sql.query(
    `select from staff_post t join staff_post s on s.organization_id = $1 and s.chat_id = $2 and s.topic_key = $3
       and s.state = 'sent' and s.external_id > t.external_id
     where t.organization_id = $1 and t.chat_id = $2 and t.key = $3 limit 1`,
    [organization_id, chat_id, topic_key],
  )
  return used !== undefined
}

/**
 * What a post should have changed is gone: where it stands, such as a card, it is shown again with that change, and what
 * depends on it, such as its pin, is done again. A topic is left as it is: the next message in it makes it again.
 */
export async function restoreStanding(
  sql: Sql,
  { organization_id, chat_id, target_key, target, content }: ClaimedPost,
): Promise<void> {
  if (target_key === null) return
  const [restored] = await sql.query(
    `update staff_post s set ${pendingAgain},
       content = case when $5::jsonb->>'method' = 'edit' then (s.content - 'buttons') || ($5::jsonb - 'method')
         else ${newestContent} end
     where s.organization_id = $1 and s.chat_id = $2 and s.key = $3 and s.standing and s.state = 'sent'
       and s.external_id = $4 and s.content->>'method' <> 'topic' returning s.id`,
    [organization_id, chat_id, target_key, target, JSON.stringify(content)],
  )
  if (!restored) return
  await sql.query(
    `update staff_post s set ${pendingAgain}
     where s.organization_id = $1 and s.chat_id = $2 and s.target_key = $3 and s.standing and s.state <> 'pending'`,
    [organization_id, chat_id, target_key],
  )
}

/** Nobody asked for the topic yet: whoever does so comes later than what stands in it, which need not be tried at once. */
async function waitForTopic(
  sql: Sql,
  { organization_id, id, chat_id, topic_key }: ClaimedPost,
): Promise<void> {
  await sql.query(
    `update staff_post set due_at = now() + interval '2 seconds' where organization_id = $1 and id = $2
       and not exists (select 1 from staff_post t where t.organization_id = $1 and t.chat_id = $3 and t.key = $4)`,
    [organization_id, id, chat_id, topic_key],
  )
}
