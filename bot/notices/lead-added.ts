import { showPosts } from '../posts/show-posts.ts'
import { assignFirst } from './assign-first.ts'
import { readLeadScene } from './lead-scene.ts'
import { newLeadPosts } from './new-lead-posts.ts'
import { noticeOf } from './notice.ts'
import { audienceOf } from './team.ts'

/** A member typed a lead in: its card goes to those whom it concerns, like that of a customer who wrote. */
export const leadAdded = noticeOf('lead.added', async (tools, { organizationId, data }) => {
  await assignFirst(tools, organizationId, data.leadId)
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const posts = newLeadPosts(scene, audienceOf(scene.team, scene.card))
  await showPosts(tools.desk, organizationId, posts)
})
