import { isDeepStrictEqual } from 'node:util'
import type { NewPost } from '#core/posts/post.ts'
import { firstCardKey } from '../cards/card-key.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import { nameOf, numberOf, sayNetwork } from '../cards/words-of-lead.ts'
import { type PostContent, postContent, type topicColors } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { leadTopicKey } from '../team-desk/topic-key.ts'
import { cutLine } from '../text/cut-text.ts'
import type { Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import { type Place, topicPlace } from './place.ts'

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

/** What a lead's topic is called and looks like: status, who, from where. It is closed while staff are done with it. */
export function topicOf({ say }: Voice, { card }: Pick<LeadScene, 'card'>): TopicContent {
  const network = card.channel?.network ?? card.source
  const tail = ` · ${sayNetwork(say, network)} · ${numberOf(card)}`
  const head = `${statusSigns[card.status]} ${nameOf(say, card)}`
  const name = `${cutLine(head, longestName - [...tail].length)}${tail}`
  return {
    method: 'topic',
    name: [...name].slice(0, longestName).join(''),
    color: networkColors[network] ?? otherColor,
    closed: card.handled || card.closedAt !== null,
  }
}

/** The lead's topic with its card, pinned, when nobody asked for it yet; else the opening of one that was closed. */
export function newTopicPosts(scene: LeadScene, place: Place): NewPost[] {
  if (scene.topic) return topicChanges(scene, `open:${scene.card.lastMessageAt.getTime()}`)
  const leadId = scene.card.id
  const key = firstCardKey(leadId)
  const topic: PostContent = { ...topicOf(place.voice, scene), closed: false }
  const card: PostContent = { method: 'send', ...leadCardFace(place.voice, scene.card, place.viewer) }
  return [
    postIn({ chat: place.chat }, leadTopicKey(leadId), topic, { leadId, standing: true }),
    postIn(place, key, card, { leadId, standing: true }),
    postIn(place, `pin:${leadId}`, { method: 'pin' }, { leadId, standing: true, targetKey: key, urgency: 3 }),
  ]
}

/** What is different of the topic by now: a name is the last thing to be shown, an opening is not. */
export function topicChanges(scene: LeadScene, eventId: string): NewPost[] {
  const [place] = topicPlace(scene)
  const shown = postContent.safeParse(scene.topic?.content).data
  if (!place || shown?.method !== 'topic') return []
  const wanted = topicOf(place.voice, scene)
  // A topic keeps the colour that it was made with.
  if (isDeepStrictEqual({ ...shown, color: 0 }, { ...wanted, color: 0 })) return []
  const targetKey = leadTopicKey(scene.card.id)
  const turns = Number(shown.name !== wanted.name) + Number(shown.closed !== wanted.closed)
  return [
    postIn({ chat: place.chat }, `name:${eventId}`, wanted, {
      leadId: scene.card.id,
      targetKey,
      mergeKey: `name:${scene.card.id}`,
      urgency: shown.closed === wanted.closed ? 4 : 2,
      weight: turns,
    }),
  ]
}
