import { announceMessage } from './announce-message.ts'
import { assignFirst } from './assign-first.ts'
import { readMessageScene } from './lead-scene.ts'
import { lobbyChanges, lobbyPosts } from './lobby.ts'
import { isOnCard, isToldAsChange } from './message-scene.ts'
import { newLeadPosts } from './new-lead-posts.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { customerNews, tellNews } from './tell-news.ts'

/**
 * A new lead's card for whoever the rules give it to, or else for everybody who works leads; later messages for those
 * whom the lead concerns. A lead that came
 * with an import wakes with a message that its card does not show: that one is told too.
 */
export const messageReceived = noticeOf('message.received', async (tools, { id, organizationId, data }) => {
  if (data.isGivenOut) await assignFirst(tools, organizationId, data.leadId)
  const { scene, message } = await readMessageScene(tools, organizationId, data.leadId, data.messageId)
  const { card, team } = scene
  // What they write is kept, and nobody is disturbed by it.
  if (card.contact.blockedAt) return
  if (data.opensLead && isOnCard(card, message)) {
    return tellNews(
      scene,
      organizationId,
      id,
      newLeadPosts(scene, audienceOf(team, card)),
      customerNews(card, true),
    )
  }
  if (isToldAsChange(message)) return
  const places = placesOf(scene, audienceOf(team, card))
  const told = await announceMessage(scene, organizationId, places, message)
  const claims = card.owner ? [] : [...lobbyPosts(scene), ...lobbyChanges(scene, id)]
  const kindFor = customerNews(card, data.opensLead)
  await tellNews(scene, organizationId, id, [...told, ...claims], kindFor)
})
