import { showMessage } from '../cards/show-message.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardPosts, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { audienceOf, workersOf } from './team.ts'

/** A new lead's card for everybody who works leads; later messages for those whom the lead concerns. */
export const messageReceived = noticeOf('message.received', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { card, team } = scene
  if (data.opensLead) {
    const posts = workersOf(team).flatMap((member) => cardPosts(scene, member))
    return showPosts(tools.desk, organizationId, posts)
  }
  const { messageId } = data
  const message = await tools.desk.ask(botActor(organizationId), 'readMessage', { messageId })
  const posts = audienceOf(team, card).flatMap((member) =>
    postsBelowCard(scene, member, `message:${id}`, ({ say }) => ({
      html: `<b>${escapeHtml(nameOf(say, card))}</b> · ${numberOf(card)}\n${showMessage(say, message)}`,
      messageId,
    })),
  )
  await showPosts(tools.desk, organizationId, posts)
})
