import type { MessageOrigin } from '#core/conversations/message.ts'
import type { NewPost } from '#core/posts/post.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice, type Voice } from '../voice.ts'
import { sayFailure } from './failure-words.ts'
import { type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { noticeOf } from './notice.ts'
import { audienceOf, type Colleague } from './team.ts'
import { tickOf } from './tick-of.ts'

/**
 * Where an answer is: a sign on the member's own message, or a sentence below it when it did not arrive or nobody
 * knows. What is shown is where the message is now and not what the event says, so that a late event takes nothing
 * back.
 */
export const deliveryChanged = noticeOf(
  'message.delivery-changed',
  async (tools, { organizationId, data }) => {
    const { leadId, messageId } = data
    const message = await tools.desk.ask(botActor(organizationId), 'readMessage', { messageId })
    const tick = tickOf(message.status)
    if (tick) {
      // The origin of a reaction is what was reacted to, and no message of the member's.
      const posts =
        message.origin && message.kind !== 'reaction' ? [tickPost(messageId, message.origin, tick)] : []
      return showPosts(tools.desk, organizationId, posts)
    }
    if (message.status !== 'failed' && message.status !== 'unconfirmed') return
    const { kind, status, origin, authorId, failure } = message
    const scene = await readLeadScene(tools, organizationId, leadId)
    const write = ({ say }: Voice) => {
      const values = { name: escapeHtml(nameOf(say, scene.card)), number: numberOf(scene.card) }
      const isChange = kind === 'edit' || kind === 'reaction' || kind === 'revoke'
      const failed = isChange ? say('delivery-failed-change', values) : say('delivery-failed', values)
      return status === 'failed'
        ? `❌ ${failed}\n${sayFailure(say, failure ?? data.failure)}`
        : `❔ ${say('delivery-unconfirmed', values)}`
    }
    const key = `delivery:${messageId}:${status}`
    await showPosts(tools.desk, organizationId, sentences(scene, key, origin, authorId, write))
  },
)

/** Free of the chat's allowance, and the newest of a message's signs replaces one that still waits. */
const tickPost = (messageId: string, origin: MessageOrigin, emoji: '👌' | '👀'): NewPost =>
  privatePost(
    origin.chat,
    `tick:${messageId}:${emoji}`,
    { method: 'react', emoji, message: origin.message },
    { urgency: 3, counted: false, mergeKey: `tick:${messageId}` },
  )

/** Below the author's own message; when he has left or cannot be reached, for those whom the lead concerns. */
function sentences(
  scene: LeadScene,
  key: string,
  origin: MessageOrigin | null,
  authorId: string | null,
  write: (voice: Voice) => string,
): NewPost[] {
  const author = scene.team.find((member) => member.id === authorId && !member.unreachable)
  if (author && origin) return [belowOwnMessage(scene, author, key, origin, write)]
  return audienceOf(scene.team, scene.card).flatMap((member) =>
    postsBelowCard(scene, member, key, (voice) => ({ html: write(voice) })),
  )
}

function belowOwnMessage(
  { tools, card }: LeadScene,
  author: Colleague,
  key: string,
  origin: MessageOrigin,
  write: (voice: Voice) => string,
): NewPost {
  const html = write(createVoice(tools.words, author.language))
  return privatePost(origin.chat, key, { method: 'send', html, replyTo: origin.message }, { leadId: card.id })
}
