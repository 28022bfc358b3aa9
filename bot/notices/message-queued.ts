import { showMessage } from '../cards/show-message.ts'
import { numberOf } from '../cards/words-of-lead.ts'
import { showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { postsBelowCard, readLeadScene } from './lead-scene.ts'
import { queuedKey, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'

/** Somebody else answered the owner's customer: the owner sees what was said. */
export const messageQueued = noticeOf('message.queued', async (tools, { organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  const owner = team.find((member) => member.id === card.owner?.id)
  if (!owner || owner.unreachable || owner.id === data.authorId) return
  const author = team.find((member) => member.id === data.authorId)
  const { messageId } = data
  const message = await readMessage(tools, organizationId, messageId)
  const posts = postsBelowCard(scene, owner, queuedKey(messageId), ({ say }) => {
    const name = escapeHtml(author?.name ?? say('person-unknown'))
    return {
      html: `↪️ ${say('notice-answered', { name, number: numberOf(card) })}\n${showMessage(say, message)}`,
    }
  })
  await showPosts(tools.desk, organizationId, posts)
})
