import { announceMessage } from './announce-message.ts'
import { readMessageScene } from './lead-scene.ts'
import { isToldAsChange } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf } from './place.ts'
import { audienceOf } from './team.ts'
import { tellNews } from './tell-news.ts'

/** Somebody of the business wrote in the network's own app: those whom the lead concerns see it, so that nobody answers twice. */
export const messageEchoed = noticeOf('message.echoed', async (tools, { id, organizationId, data }) => {
  const { scene, message } = await readMessageScene(tools, organizationId, data.leadId, data.messageId)
  if (scene.card.contact.blockedAt || isToldAsChange(message)) return
  const places = placesOf(scene, audienceOf(scene.team, scene.card))
  const posts = await announceMessage(scene, organizationId, places, message)
  await tellNews(scene, organizationId, id, posts, () => (scene.card.owner ? 'colleagues' : 'free'))
})
