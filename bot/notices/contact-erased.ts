import type { OutputOf } from '#core/desk.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { queries } from '#core/queries.ts'
import { isCardKey } from '../cards/card-key.ts'
import { goneFace } from '../cards/gone-face.ts'
import { outdatedInbox } from '../cards/inbox-face.ts'
import { cardText, leadCardFace } from '../cards/lead-card-face.ts'
import { nameOf, numberOf } from '../cards/words-of-lead.ts'
import { type Face, type PostContent, postContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor, showPosts } from '../posts/show-posts.ts'
import { outdatedFound } from '../search/found-face.ts'
import { isLobbyKey, leadTopicKey } from '../team-desk/topic-key.ts'
import { cutLine } from '../text/cut-text.ts'
import { ownDirection } from '../text/direction.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { cardChanges, type LeadScene, postsBelowCard, readLeadScene } from './lead-scene.ts'
import { topicOf } from './lead-topic.ts'
import { claimFace } from './lobby.ts'
import { voiceIn } from './message-scene.ts'
import { noticeOf } from './notice.ts'
import { isDeskOf, placesOf, topicPlace } from './place.ts'
import { bareFile, deletionsOf, putPostsRight, type Righted } from './put-posts-right.ts'
import { audienceOf, seesLead } from './team.ts'

type PostAbout = OutputOf<(typeof queries)['listPostsOfLead']>[number]

/** What tells of the erasure itself, and stays. */
const toldPrefix = 'contact-erased:'

/**
 * A person is gone: every post about the lead is put right, in its chat and in what we keep of it, and its files are taken
 * out. What we keep goes first: after a crash all of this is simply done again. Then those whom the lead concerned are told.
 */
export const contactErased = noticeOf('contact.erased', async (tools, { id, organizationId, data }) => {
  const scene = await readLeadScene(tools, organizationId, data.leadId)
  const { desk } = tools
  // Names of topics change by what is kept of them, so before that is rewritten.
  await showPosts(desk, organizationId, cardChanges(scene, id))
  const find = (after: string, limit: number) =>
    desk.ask(botActor(organizationId), 'listPostsOfLead', { leadId: data.leadId, after, limit })
  await putPostsRight(tools, organizationId, find, (post) =>
    post.key.startsWith(toldPrefix) ? undefined : putRight(scene, id, post),
  )
  await showPosts(desk, organizationId, told(scene, id, data.byId))
})

function told(scene: LeadScene, eventId: string, byId: string): NewPost[] {
  const { card, team } = scene
  const by = team.find((member) => member.id === byId)?.name
  const members = audienceOf(team, card).filter((member) => member.id !== byId)
  return placesOf(scene, members).flatMap((place) =>
    postsBelowCard(scene, place, `${toldPrefix}${eventId}`, ({ voice: { say } }) => ({
      html: `🗑 ${say('notice-contact-erased', {
        by: escapeHtml(cutLine(by ?? say('person-unknown'), 64)),
        number: numberOf(card),
      })}`,
    })),
  )
}

function putRight(scene: LeadScene, eventId: string, post: PostAbout): Righted | undefined {
  const { data: content } = postContent.safeParse(post.content)
  switch (content?.method) {
    case 'file':
      return { content: bareFile(content), posts: withoutFiles(scene, eventId, post, content) }
    case 'album':
      return {
        content: { ...content, items: content.items.map(bareFile) },
        posts: withoutFiles(scene, eventId, post, content),
      }
    case 'topic':
      return renameTopic(scene, eventId, post, content)
    case 'send':
    case 'edit':
      return rewrite(scene, eventId, post, content)
    default:
      return undefined
  }
}

/** What is kept of a topic is its new name at once, so what the chat shows is named without a look at that. */
function renameTopic(
  scene: LeadScene,
  eventId: string,
  { chatId, key }: PostAbout,
  content: Extract<PostContent, { method: 'topic' }>,
): Righted {
  const { card } = scene
  const topicKey = leadTopicKey(card.id)
  const now = topicOf(voiceIn(scene, chatId), scene, { chat: chatId, topicKey })
  const kept = { ...content, name: now.name }
  if (key !== topicKey) return { content: kept, posts: [] }
  const change: PostContent = { ...now, renamed: true }
  const more = {
    leadId: card.id,
    targetKey: key,
    mergeKey: `name:${card.id}`,
    urgency: 2 as const,
    withdraws: true,
  }
  return { content: kept, posts: [postIn({ chat: chatId }, `erased:${eventId}:name`, change, more)] }
}

const withoutFiles = (
  scene: LeadScene,
  eventId: string,
  post: PostAbout,
  content: Extract<PostContent, { method: 'file' | 'album' }>,
): NewPost[] => deletionsOf(scene, eventId, post, content, erasedFace(scene, post.chatId).html)

/** Nothing of what the post was for is kept either: a draft, what was said in a dialogue, a half-filled template. */
function rewrite(
  scene: LeadScene,
  eventId: string,
  post: PostAbout,
  content: Extract<PostContent, { method: 'send' | 'edit' }>,
): Righted {
  const target = post.targetKey ?? post.key
  const { html, buttons = [] } = faceOf(scene, post.chatId, target)
  const kept: PostContent =
    content.method === 'edit'
      ? { method: 'edit', html, buttons }
      : {
          method: 'send',
          html,
          buttons,
          ...(content.thread === undefined ? {} : { thread: content.thread }),
          ...(content.silent === undefined ? {} : { silent: content.silent }),
        }
  const change: PostContent = { method: 'edit', html, buttons, again: true }
  const more = {
    leadId: scene.card.id,
    mergeKey: `change:${target}`,
    urgency: 2 as const,
    targetKey: target,
    withdraws: true,
  }
  return {
    content: kept,
    posts: [postIn({ chat: post.chatId }, `erased:${eventId}:${target}`, change, more)],
  }
}

function faceOf(scene: LeadScene, chat: string, target: string): Face {
  const { card, team } = scene
  const voice = voiceIn(scene, chat)
  if (target.startsWith('inbox:')) return outdatedInbox(voice)
  if (target.startsWith('found:')) return outdatedFound(voice)
  // A page of several leads says nothing of any.
  if (target.startsWith('digest:'))
    return { html: `🗑 <i>${voice.say('contact-erased-here')}</i>`, buttons: [] }
  if (isLobbyKey(target)) return claimFace(scene)
  if (isDeskOf(scene, chat)) {
    const [place] = topicPlace(scene)
    if (!isCardKey(target)) return erasedFace(scene, chat)
    return place
      ? leadCardFace(place.voice, card, place.viewer)
      : { html: cardText(voice, card), buttons: [] }
  }
  const viewer = team.find(({ telegramUserId }) => String(telegramUserId) === chat)
  if (!viewer || !seesLead(viewer, card)) return goneFace(voice, card)
  return isCardKey(target) ? leadCardFace(voice, card, viewer) : erasedFace(scene, chat)
}

/** In the place of everything that was said about the lead. */
function erasedFace(scene: LeadScene, chat: string): Face {
  const { say } = voiceIn(scene, chat)
  const who = `<b>${ownDirection(escapeHtml(nameOf(say, scene.card)))}</b> · ${numberOf(scene.card)}`
  return { html: `${who}\n🗑 <i>${say('contact-erased-here')}</i>`, buttons: [] }
}
