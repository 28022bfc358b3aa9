import { showMessage } from '../cards/show-message.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { queuedKey, type ReadMessage, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'

/** Somebody else answered the owner's customer: the owner sees what was said. */
export const messageQueued = noticeOf('message.queued', async (tools, { organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const owner = team.find((member) => member.id === card.owner?.id)
  if (!owner || owner.unreachable || owner.id === data.authorId) return
  const message = await readMessage(tools, organizationId, data.messageId)
  const key = queuedKey(message.id)
  const posts = postsBelowCard(scene, owner, key, (voice) => ({
    html: queuedAnswer(scene, voice, message, data.authorId),
  }))
  // Not what an answer to it would quote, but what it shows.
  const named = posts.map((post) => (post.key === key ? { ...post, subjects: [message.id] } : post))
  await showPosts(tools.desk, organizationId, named)
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
