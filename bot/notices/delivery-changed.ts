import type { MessageOrigin } from '#core/conversations/message.ts'
import type { OutputOf } from '#core/desk.ts'
import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { queries } from '#core/queries.ts'
import { callbackData } from '../callback-data.ts'
import type { Viewer } from '../cards/lead-card-face.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { channelButton } from '../channels/channel-button.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { isGroupChat, postIn } from '../posts/post-in.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { leadTopicKey } from '../team-desk/topic-key.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { createVoice, type Voice } from '../voice.ts'
import { isOfChannel, isWindowShut, sayFailure } from './failure-words.ts'
import { type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { type ReadMessage, readMessage } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { isTopicOf, placesOf, topicPlace } from './place.ts'
import { audienceOf, type Colleague, seesLead } from './team.ts'
import { tellNews } from './tell-news.ts'
import { tickOf } from './tick-of.ts'

/**
 * Where an answer is: a sign on the member's own message, or a sentence below it when it did not arrive or nobody
 * knows. What is shown is where the message is now and not what the event says, so that a late event takes nothing
 * back.
 */
export const deliveryChanged = noticeOf(
  'message.delivery-changed',
  async (tools, { id, organizationId, data }) => {
    const { leadId, messageId } = data
    const message = await readMessage(tools, organizationId, messageId)
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
    const reason = failure ?? data.failure
    const helps = status === 'failed' && (isWindowShut(reason) || isOfChannel(reason))
    const way = helps ? await wayOf(scene, organizationId, message) : undefined
    const write = ({ say }: Voice, viewer: Viewer): Face => {
      const values = { name: escapeHtml(nameOf(say, scene.card)), number: numberOf(scene.card) }
      const isChange = kind === 'edit' || kind === 'reaction' || kind === 'revoke'
      const failed = isChange ? say('delivery-failed-change', values) : say('delivery-failed', values)
      if (status !== 'failed') return { html: `❔ ${say('delivery-unconfirmed', values)}` }
      const html = `❌ ${failed}\n${sayFailure(say, reason)}`
      if (!way) return { html }
      const buttons = isOfChannel(reason)
        ? channelButton(say, way.channelAccountId, viewer)
        : templatesButton(say, way)
      return buttons.length > 0 ? { html, buttons } : { html }
    }
    const key = `delivery:${messageId}:${status}`
    const posts = sentences(scene, key, origin, authorId, write)
    await tellNews(scene, organizationId, id, posts, () => 'personal')
  },
)

type Way = OutputOf<(typeof queries)['findWaysToAnswer']>['conversations'][number]

/** The way that the message went. */
async function wayOf(
  { tools, card }: LeadScene,
  organizationId: string,
  { conversationId }: ReadMessage,
): Promise<Way | undefined> {
  const asked = { leadId: card.id }
  const { conversations } = await tools.desk.ask(botActor(organizationId), 'findWaysToAnswer', asked)
  return conversations.find((one) => one.conversationId === conversationId)
}

/** Templates work where free answers do not, on an account that has some. */
const templatesButton = (say: Say, { channelAccountId, hasTemplates, can }: Way): Button[][] =>
  hasTemplates && can.includes('template')
    ? [
        [
          {
            text: say('button-send-template'),
            data: callbackData('templates', shortId(channelAccountId), '0'),
          },
        ],
      ]
    : []

/** Free of the chat's allowance, and the newest of a message's signs replaces one that still waits. */
const tickPost = (messageId: string, origin: MessageOrigin, emoji: '👌' | '👀'): NewPost =>
  postIn(
    { chat: origin.chat },
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
  write: (voice: Voice, viewer: Viewer) => Face,
): NewPost[] {
  const author = scene.team.find(
    (member) => member.id === authorId && !member.unreachable && seesLead(member, scene.card),
  )
  if (author && origin && canBeWrittenTo(scene, origin)) {
    return [belowOwnMessage(scene, author, key, origin, write)]
  }
  const places = placesOf(scene, audienceOf(scene.team, scene.card))
  return places.flatMap((place) =>
    postsBelowCard(scene, place, key, ({ voice, viewer }) => write(voice, viewer)),
  )
}

/** A group that is the team's no longer, or that is broken, tells nobody anything. */
const canBeWrittenTo = (scene: LeadScene, { chat }: MessageOrigin): boolean =>
  !isGroupChat(chat) || isTopicOf(scene, chat)

function belowOwnMessage(
  scene: LeadScene,
  author: Colleague,
  key: string,
  origin: MessageOrigin,
  write: (voice: Voice, viewer: Viewer) => Face,
): NewPost {
  const { tools, card } = scene
  const [place] = isGroupChat(origin.chat) ? topicPlace(scene) : []
  const face = write(createVoice(tools.words, author.language), place?.viewer ?? author)
  const topic = isTopicOf(scene, origin.chat) ? { topicKey: leadTopicKey(card.id) } : {}
  return postIn(
    { chat: origin.chat, ...topic },
    key,
    { method: 'send', ...face, replyTo: origin.message },
    { leadId: card.id },
  )
}
