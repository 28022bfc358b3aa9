import { showPosts } from '../posts/show-posts.ts'
import { cardChanges, readLeadScene } from './lead-scene.ts'
import { ownTopicPosts } from './lead-topic.ts'
import { type Notice, noticeOf } from './notice.ts'
import { hasMissed, tellMissed } from './tell-missed.ts'
import { readStates } from './tell-news.ts'

/** A notice of which all that is to be told stands on the lead's cards. */
const cardChangedBy = (type: 'lead.snoozed' | 'lead.status-changed' | 'contact.block-changed'): Notice =>
  noticeOf<typeof type>(type, async (tools, { id, organizationId, data }) => {
    const scene = await readLeadScene(tools, organizationId, data.leadId)
    await showPosts(tools.desk, organizationId, cardChanges(scene, id))
  })

/**
 * Somebody took the lead: every copy of its card says so, and where he has topics it gets one. Where it was claimed in a lobby, or was left out of what
 * he is told, he gets its card and all that was written meanwhile.
 */
export const leadClaimed = noticeOf('lead.claimed', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  await showPosts(tools.desk, organizationId, [...cardChanges(scene, id), ...ownTopicPosts(scene)])
  if (hasMissed(scene, await readStates(scene, organizationId))) await tellMissed(scene, organizationId)
})

/** Staff are done with what the customer wrote, or not after all; they may have said so by closing or opening the topic. */
export const leadHandled = noticeOf('lead.handling-changed', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  await showPosts(tools.desk, organizationId, cardChanges(scene, id, { handTurned: true }))
})

/** The lead has another status, or is known to have earned something. */
export const leadStatusChanged = cardChangedBy('lead.status-changed')

/**
 * The lead has other tags. Who has put them on sees them where he did it, and goes on choosing there: his card is left
 * alone.
 */
export const leadTagsChanged = noticeOf('lead.tags-changed', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const others = { ...scene, team: scene.team.filter((member) => member.id !== data.byId) }
  await showPosts(tools.desk, organizationId, cardChanges(others, id))
})

/** The lead is out of the inbox for a time, or back. */
export const leadSnoozed = cardChangedBy('lead.snoozed')

/** The team does not talk to the person any more, or does again. */
export const contactBlockChanged = cardChangedBy('contact.block-changed')
