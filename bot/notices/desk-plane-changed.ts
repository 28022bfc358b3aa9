import { botActor, showPosts } from '../posts/show-posts.ts'
import { lobbyPrefix } from '../team-desk/topic-key.ts'
import { findLeadScene } from './lead-scene.ts'
import { lobbyChanges } from './lobby.ts'
import { noticeOf } from './notice.ts'

/** Leads that are looked through at once. */
const page = 100

/**
 * Leads are worked on somewhere else: the claim cards of those that are open lead to their topics where that is the place,
 * and to none where it is not. Nothing else of them changes, so all that is news comes before.
 */
export const deskPlaneChanged = noticeOf(
  'desk.plane-changed',
  async (tools, { id, organizationId, data }) => {
    const { desk } = tools
    let before: string | undefined
    for (;;) {
      const asked = {
        chatId: data.chatId,
        keyPrefix: lobbyPrefix,
        limit: page,
        ...(before ? { before } : {}),
      }
      const leadIds = await desk.ask(botActor(organizationId), 'listLeadsShown', asked)
      for (const leadId of leadIds) {
        const scene = await findLeadScene(tools, organizationId, leadId)
        const changes = (scene ? lobbyChanges(scene, id) : []).map((post) => ({
          ...post,
          urgency: 4 as const,
        }))
        await showPosts(desk, organizationId, changes)
      }
      before = leadIds.at(-1)
      if (leadIds.length < page) return
    }
  },
)
