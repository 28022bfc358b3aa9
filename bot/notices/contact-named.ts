import { showPosts } from '../posts/show-posts.ts'
import { cardChanges, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'

/** The network has told who somebody is: every copy of the card says so. */
export const contactNamed = noticeOf('contact.named', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  await showPosts(tools.desk, organizationId, cardChanges(scene, id))
})
