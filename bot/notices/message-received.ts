import { showPosts } from '../posts/show-posts.ts'
import { announceMessage } from './announce-message.ts'
import { cardPosts, readLeadScene } from './lead-scene.ts'
import { isOnCard, isToldAsChange, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { audienceOf, workersOf } from './team.ts'

/**
 * A new lead's card for everybody who works leads; later messages for those whom the lead concerns. A lead that came
 * with an import wakes with a message that its card does not show: that one is told too.
 */
export const messageReceived = noticeOf('message.received', async (tools, { organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  // What they write is kept, and nobody is disturbed by it.
  if (card.contact.blockedAt) return
  const message = await readMessage(tools, organizationId, data.messageId)
  if (data.opensLead && isOnCard(card, message)) {
    const posts = workersOf(team, card).flatMap((member) => cardPosts(scene, member))
    return showPosts(tools.desk, organizationId, posts)
  }
  if (isToldAsChange(message)) return
  const members = data.opensLead ? workersOf(team, card) : audienceOf(team, card)
  await showPosts(tools.desk, organizationId, await announceMessage(scene, organizationId, members, message))
})
