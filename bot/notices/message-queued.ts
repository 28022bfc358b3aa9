import { showMessage } from '../cards/show-message.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { type LeadScene, postsBelowCard, readMessageScene } from './lead-scene.ts'
import { queuedKey, type ReadMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { placesOf, topicPlace } from './place.ts'
import type { Colleague } from './team.ts'
import { tellNews } from './tell-news.ts'

/** Somebody else answered the owner's customer: the owner sees what was said, or everybody in the lead's topic. */
export const messageQueued = noticeOf('message.queued', async (tools, { id, organizationId, data }) => {
  const { scene, message } = await readMessageScene(tools, organizationId, data.leadId, data.messageId)
  const { card, team } = scene
  const isOthers = (member: Colleague) => member.id === card.owner?.id && member.id !== data.authorId
  const told = team.filter((member) => isOthers(member) && !member.unreachable)
  const [topic] = topicPlace(scene)
  // What was written in the topic stands there already.
  const places = !topic ? placesOf(scene, told) : message.origin?.chat === topic.chat ? [] : [topic]
  const key = queuedKey(message.id)
  const posts = places.flatMap((place) =>
    postsBelowCard(scene, place, key, ({ voice }) => ({
      html: queuedAnswer(scene, voice, message, data.authorId),
    })),
  )
  // Not what an answer to it would quote, but what it shows.
  const named = posts.map((post) => (post.key === key ? { ...post, subjects: [message.id] } : post))
  await tellNews(scene, organizationId, id, named, () => 'colleagues')
})

/** The whole text of such a post. */
export function queuedAnswer(
  { card, team }: LeadScene,
  { say }: Voice,
  message: ReadMessage,
  authorId = message.authorId,
): string {
  const author = team.find((member) => member.id === authorId)
  const name = escapeHtml(author?.name ?? say('person-unknown'))
  return `↪️ ${say('notice-answered', { name, number: numberOf(card) })}\n${showMessage(say, message)}`
}
