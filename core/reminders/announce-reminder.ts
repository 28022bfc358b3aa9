import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { isSystem } from '../policy.ts'
import { postInput } from '../posts/post.ts'
import { putPosts } from '../posts/put-posts.ts'

/**
 * Queues the posts that tell of a firing, unless the reminder was changed since: both are decided under one lock, so
 * that nothing is told of a time that was moved. Their keys begin as `reminderPostPrefix` says.
 */
export const announceReminder = defineCommand({
  input: z.object({ reminderId: z.uuid(), version: z.number().int(), posts: z.array(postInput).max(100) }),
  allowed: isSystem,
  async run(work, { reminderId, version, posts }) {
    const [standing] = await work.sql.query(
      `select id from reminder where organization_id = $1 and id = $2 and version = $3 and fired_at is not null
         and done_at is null and cancelled_at is null for share`,
      [work.organizationId, reminderId, version],
    )
    if (!standing) return false
    await putPosts.run(work, { posts })
    return true
  },
})
