import type { NewPost } from '#core/posts/post.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import { nameOf, numberOf, sayNetwork } from '../cards/words-of-lead.ts'
import { type PostContent, postContent, type topicColors } from '../posts/post-content.ts'
import { isGroupChat, postIn } from '../posts/post-in.ts'
import { leadTopicKey, topicCardKey } from '../team-desk/topic-key.ts'
import { cutLine } from '../text/cut-text.ts'
import { numberAfter } from '../text/direction.ts'
import type { Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import { hasOwnTopic, memberPlace, type Place } from './place.ts'
import { quietly } from './tell-news.ts'

type TopicContent = Extract<PostContent, { method: 'topic' }>

/** Telegram's limit, in characters. */
const longestName = 128

const statusSigns = { new: '🆕', contacted: '💬', follow_up: '⏳', converted: '✅', lost: '✖️' } as const

const networkColors: Record<string, (typeof topicColors)[number]> = {
  whatsapp: 9367192,
  instagram: 16749490,
  messenger: 13338331,
  telegram: 7322096,
  telegram_business: 7322096,
  forms: 16766590,
}
const otherColor = 16478047

/**
 * What a lead's topic is called and looks like: status, who, from where. It is closed while staff are done with it. Topics of
 * private chats cannot be closed, so there the name says it; and that the lead is somebody else's now.
 */
export function topicOf(
  { say }: Voice,
  { card }: Pick<LeadScene, 'card'>,
  { chat, topicKey }: Pick<Place, 'chat' | 'topicKey'>,
): TopicContent {
  const network = card.channel?.network ?? card.source
  const called = nameOf(say, card)
  const where = sayNetwork(say, network)
  const tail = ` · ${where} · ${numberAfter(`${called}${where}`, numberOf(card))}`
  const inGroup = isGroupChat(chat)
  const sign = topicKey === undefined ? '👉' : !inGroup && card.handled ? '✔️' : statusSigns[card.status]
  const head = `${sign} ${called}`
  const name = `${cutLine(head, longestName - [...tail].length)}${tail}`
  return {
    method: 'topic',
    name: [...name].slice(0, longestName).join(''),
    color: networkColors[network] ?? otherColor,
    closed: inGroup && isDone(card),
  }
}

/** Whether staff are done with it, until its customer writes again: in a closed topic only administrators could answer. */
function isDone({ handled, closedAt, lastMessage }: LeadScene['card']): boolean {
  const asks = closedAt && lastMessage?.direction === 'inbound' && lastMessage.sentAt > closedAt
  return handled || (closedAt !== null && !asks)
}

/**
 * The lead's topic with its card, pinned, when nobody asked for it yet; else the opening of one that was closed. `shown`: the
 * lead as its card shows it at first.
 */
export function newTopicPosts(scene: LeadScene, place: Place, shown = scene.card): NewPost[] {
  const known = scene.topics.get(place.chat)
  // The change that follows the newest one: asked for twice it is one, and whatever comes after it is another.
  if (known) return topicChanges(scene, place, `after:${known.postId}`)
  const leadId = scene.card.id
  const key = topicCardKey(place.chat, leadId)
  const topic: PostContent = { ...topicOf(place.voice, scene, place), closed: false }
  const card: PostContent = { method: 'send', ...leadCardFace(place.voice, shown, place.viewer) }
  return [
    postIn({ chat: place.chat }, leadTopicKey(leadId), topic, { leadId, standing: true }),
    postIn(place, key, card, { leadId, standing: true }),
    postIn(place, `pin:${leadId}`, { method: 'pin' }, { leadId, standing: true, targetKey: key, urgency: 3 }),
  ]
}

/** The topic of a lead in its owner's chat, with its card, without a sound: where he has topics, and none of that lead yet. */
export function ownTopicPosts(scene: LeadScene): NewPost[] {
  const owner = scene.team.find(({ id }) => id === scene.card.owner?.id)
  if (!owner || owner.unreachable || !hasOwnTopic(scene, owner)) return []
  const place = memberPlace(scene, owner)
  return scene.topics.has(place.chat) ? [] : quietly(newTopicPosts(scene, place))
}

/**
 * What is different of the topic by now: a name is the last thing to be shown, an opening is not. `handTurned`: somebody may
 * have closed or opened it by hand, so that it is not what it is known to be.
 */
export function topicChanges(
  scene: LeadScene,
  place: Place,
  eventId: string,
  { handTurned, ...more }: { withdraws?: true; handTurned?: true } = {},
): NewPost[] {
  const { card } = scene
  const shown = postContent.safeParse(scene.topics.get(place.chat)?.content).data
  if (shown?.method !== 'topic') return []
  // Whoever may not see the lead any more is left its number.
  const { turned: _, renamed: _named, ...rest } = shown
  const wanted = more.withdraws
    ? { ...rest, name: `👉 ${numberOf(card)}` }
    : topicOf(place.voice, scene, place)
  const isTurned = shown.closed !== wanted.closed || (handTurned === true && isGroupChat(place.chat))
  // A topic keeps the colour that it was made with.
  if (shown.name === wanted.name && !isTurned) return []
  const targetKey = leadTopicKey(card.id)
  const turns = Number(shown.name !== wanted.name) + Number(isTurned)
  return [
    postIn({ chat: place.chat }, `name:${eventId}`, isTurned ? { ...wanted, turned: true } : wanted, {
      leadId: card.id,
      targetKey,
      mergeKey: `name:${card.id}`,
      urgency: isTurned ? 2 : 4,
      weight: turns,
      ...more,
    }),
  ]
}
