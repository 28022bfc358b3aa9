import { assignFirst } from './assign-first.ts'
import { readLeadScene } from './lead-scene.ts'
import { newLeadPosts } from './new-lead-posts.ts'
import { noticeOf } from './notice.ts'
import { audienceOf } from './team.ts'
import { customerNews, tellNews } from './tell-news.ts'

/** A member typed a lead in: its card goes to those whom it concerns, like that of a customer who wrote. */
export const leadAdded = noticeOf('lead.added', async (tools, { id, organizationId, data }) => {
  await assignFirst(tools, organizationId, data.leadId)
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const posts = newLeadPosts(scene, audienceOf(scene.team, scene.card))
  await tellNews(scene, organizationId, id, posts, customerNews(scene.card, true))
})
