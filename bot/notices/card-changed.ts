import { showPosts } from '../posts/show-posts.ts'
import { cardChanges, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'

/** Somebody took the lead: every copy of its card says so. */
export const leadClaimed = noticeOf('lead.claimed', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  await showPosts(tools.desk, organizationId, cardChanges(scene, id))
})

/** The lead has another status: every copy of its card says so. */
export const leadStatusChanged = noticeOf(
  'lead.status-changed',
  async (tools, { id, organizationId, data }) => {
    const scene = await readLeadScene(tools, organizationId, data.leadId)
    await showPosts(tools.desk, organizationId, cardChanges(scene, id))
  },
)
