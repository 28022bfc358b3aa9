import { z } from 'zod'
import { cleanJson } from '../clean-text.ts'
import { defineCommand, type Work } from '../command.ts'
import { kept } from '../database/kept-plans.ts'
import { isMember, isSystem } from '../policy.ts'
import { postInput } from './post.ts'
import { readGuard } from './read-guard.ts'

/** SQL: the text of a content, without its lines that are others with every look, two at most. */
const lasting = (content: string) =>
  [0, 1].reduce(
    (text, line) => `replace(${text}, coalesce(${content}->'fleeting'->>${line}, ''), '')`,
    `(${content}->>'html')`,
  )

/**
 * SQL: the waiting post `content` turns a card to a page, and the new one of content `$1` yields to it, since the page says
 * all that lasts of what it says. Whoever puts them writes both; what was shown already is the messenger's to compare.
 */
const isOpenPage = `($1::jsonb->'yields' = 'true'::jsonb and content->'page' = 'true'::jsonb
  and (${lasting('content')} = ${lasting('$1::jsonb')}
    or starts_with(${lasting('content')}, ${lasting('$1::jsonb')} || E'\\n\\n')))`

/**
 * SQL: content `$1` in place of the waiting post `content`. What was to be turned or named whatever it was known to be
 * must be so still, to what it is to be now.
 */
const mergedContent = `$1::jsonb
  || case when content->'turned' = 'true'::jsonb then '{"turned": true}' else '{}' end::jsonb
  || case when content->'renamed' = 'true'::jsonb then '{"renamed": true}' else '{}' end::jsonb`

/**
 * Queues posts for staff chats. A post whose key is known in its chat is not queued again; a merging one replaces the
 * content of the one that still waits, unless that is a page that it yields to. What Parley itself tells of a lead goes only where that lead may be spoken of, and
 * without numbers where those may not be seen.
 */
export const putPosts = defineCommand({
  input: z.object({ posts: z.array(postInput).max(500) }),
  allowed: (actor) => isSystem(actor) || isMember(actor),
  async run(work, { posts: wanted }) {
    const { sql, organizationId, wakes } = work
    const posts = await guarded(work, wanted)
    if (posts.length === 0) return
    const chats = new Map(posts.map((post) => [post.chat.id, post.chat.kind]))
    await sql.query(
      kept(`insert into staff_chat (organization_id, id, kind) select $1, c.id, c.kind
       from unnest($2::text[], $3::text[]) as c(id, kind) order by c.id on conflict do nothing`),
      [organizationId, [...chats.keys()], [...chats.values()]],
    )
    for (const post of posts) {
      const values = [
        organizationId,
        post.chat.id,
        post.key,
        post.mergeKey ?? null,
        post.urgency,
        post.counted,
        JSON.stringify(cleanJson(post.content)),
        post.replyToKey ?? null,
        post.targetKey ?? null,
        post.leadId ?? null,
        post.weight,
        post.delayMs / 1000,
        post.topicKey ?? null,
        post.folds,
        post.standing,
      ]
      const subjects = post.subjects ?? []
      const merged = post.mergeKey
        ? await sql.query<{ id: string }>(
            `update staff_post set content = ${mergedContent}, key = $2,
               weight = greatest(weight, $6), urgency = least(urgency, $8),
               due_at = case when attempts > 0 then due_at
                 else least(due_at, now() + make_interval(secs => $7)) end
             where organization_id = $3 and chat_id = $4 and merge_key = $5 and state = 'pending' and lease_token is null
               and ${isOpenPage} is not true
               and not exists (select 1 from staff_post same where same.organization_id = $3
                 and same.chat_id = $4 and same.key = $2 and same.id <> staff_post.id)
             returning id`,
            [
              values[6],
              post.key,
              organizationId,
              post.chat.id,
              post.mergeKey,
              post.weight,
              post.delayMs / 1000,
              post.urgency,
            ],
          )
        : []
      const [row] =
        merged.length > 0
          ? merged
          : await sql.query<{ id: string }>(
              kept(`insert into staff_post (organization_id, chat_id, key, merge_key, urgency, counted, content,
                 reply_to_key, target_key, lead_id, weight, due_at, topic_key, folds, standing)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(secs => $12), $13, $14, $15)
               on conflict do nothing returning id`),
              values,
            )
      if (!row || subjects.length === 0) continue
      await sql.query(
        kept(`insert into staff_post_subject (organization_id, subject_id, post_id)
         select $1, s.id, $3 from unnest($2::uuid[]) as s(id) on conflict do nothing`),
        [organizationId, subjects, row.id],
      )
    }
    wakes('post')
  },
})

/** What a member puts is his own: core has answered him what he may see. */
async function guarded(work: Work, posts: z.output<typeof postInput>[]): Promise<typeof posts> {
  if (!isSystem(work.actor)) return posts
  const guard = await readGuard(work, [...new Set(posts.flatMap(({ leadId }) => leadId ?? []))])
  return posts.flatMap((post) => {
    const { chat, leadId, content, withdraws } = post
    if (leadId === undefined) return [post]
    return withdraws || guard.tells(chat, leadId)
      ? [{ ...post, content: guard.mask(chat, leadId)(content) }]
      : []
  })
}
