import type { Answers, Question } from '#core/desk.ts'
import { DeskError } from '#core/errors.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { NoticeStates } from '#core/notices/read-notice-states.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { Topic } from '#core/team-desk/find-topics.ts'
import type { TeamDesk } from '#core/team-desk/team-desk.ts'
import { cardMergeKey, firstCardKey } from '../cards/card-key.ts'
import { goneFace } from '../cards/gone-face.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import type { BotTools } from '../context.ts'
import type { Face, PostContent } from '../posts/post-content.ts'
import { isGroupChat, postIn, type Spot } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import { leadTopicKey, lobbyKey, topicCardKey } from '../team-desk/topic-key.ts'
import { newTopicPosts, topicChanges } from './lead-topic.ts'
import { lobbyChanges } from './lobby.ts'
import type { ReadMessage } from './message-scene.ts'
import { memberPlace, type Place, topicPlace } from './place.ts'
import { type Colleague, seesLead } from './team.ts'

/** A lead, the team, and which chats show the lead under which key, outside of topics of private chats. */
export interface LeadScene {
  tools: BotTools
  card: LeadCard
  team: Colleague[]
  cardKeys: Map<string, string>
  /** The team's group; null: there is none, or it cannot be written to now. */
  desk: TeamDesk | null
  /** The lead's topics by chat, as they were last asked for: in the group, and in the chats of members who have topics. */
  topics: ReadonlyMap<string, Pick<Topic, 'thread' | 'content' | 'postId'>>
  /** Its newest claim card in the group's lobby. */
  lobbyKey: string | undefined
  /** How the team stands to news of it, where that was asked together with it. */
  states?: NoticeStates
}

/** What a scene is made of, for one question of all. */
const sceneOf = (leadId: string) =>
  ({
    card: ['findLead', { leadId }],
    team: ['listMembers', {}],
    cards: ['listNewestPosts', { leadId, keyPrefix: firstCardKey(leadId) }],
    group: ['readTeamDesk', {}],
    claimCards: ['listNewestPosts', { leadId, keyPrefix: lobbyKey(leadId) }],
  }) as const satisfies Record<string, Question>

type Parts = Answers<ReturnType<typeof sceneOf>>

/** @throws DeskError lead-not-found */
export async function readLeadScene(
  tools: BotTools,
  organizationId: string,
  leadId: string,
): Promise<LeadScene> {
  const parts = await tools.desk.askAll(botActor(organizationId), sceneOf(leadId))
  return toScene(tools, organizationId, parts)
}

/** A scene for whoever looks through many leads; undefined: the lead is gone. */
export async function findLeadScene(
  tools: BotTools,
  organizationId: string,
  leadId: string,
): Promise<LeadScene | undefined> {
  try {
    return await readLeadScene(tools, organizationId, leadId)
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'not-found') return undefined
    throw error
  }
}

/**
 * A lead and a message of it, with how the team stands to news of it: all that it takes to tell of a message, which is most
 * of what a desk tells.
 *
 * @throws DeskError lead-not-found, message-not-found
 */
export async function readMessageScene(
  tools: BotTools,
  organizationId: string,
  leadId: string,
  messageId: string,
): Promise<{ scene: LeadScene; message: ReadMessage }> {
  const { message, states, ...parts } = await tools.desk.askAll(botActor(organizationId), {
    ...sceneOf(leadId),
    message: ['readMessage', { messageId }],
    states: ['readNoticeStates', { leadId }],
  })
  return { scene: { ...(await toScene(tools, organizationId, parts)), states }, message }
}

async function toScene(tools: BotTools, organizationId: string, parts: Parts): Promise<LeadScene> {
  const { card, team, cards, group, claimCards } = parts
  const desk = group?.state === 'active' ? group : null
  const { chatId } = desk ?? {}
  const own = team.flatMap(({ leadTopics, telegramUserId }) => (leadTopics ? [String(telegramUserId)] : []))
  const chatIds = chatId === undefined ? own : [chatId, ...own]
  const topics =
    chatIds.length > 0
      ? await tools.desk.ask(botActor(organizationId), 'findTopics', { chatIds, key: leadTopicKey(card.id) })
      : []
  const outside = cards.filter((post) => !post.inTopic || isGroupChat(post.chatId))
  return {
    tools,
    card,
    team,
    cardKeys: new Map(outside.map((post) => [post.chatId, post.key])),
    desk,
    topics: new Map(topics.map((topic) => [topic.chatId, topic])),
    lobbyKey: claimCards.find((post) => post.chatId === chatId)?.key,
  }
}

interface NewCard {
  /** The customer's words come right below it, so that it need not say them too. */
  wordsFollow?: boolean
}

/** The lead's card in a place: the one that is there, or a new one; in a topic with that, pinned there. */
export function cardPosts(scene: LeadScene, place: Place, { wordsFollow = false }: NewCard = {}): NewPost[] {
  const leadId = scene.card.id
  const card = wordsFollow ? { ...scene.card, lastMessage: null } : scene.card
  if (place.topicKey !== undefined) return newTopicPosts(scene, place, card)
  if (scene.cardKeys.has(place.chat)) return []
  const content: PostContent = { method: 'send', ...leadCardFace(place.voice, card, place.viewer) }
  return [postIn(place, firstCardKey(leadId), content, { leadId })]
}

type Written = Omit<Extract<PostContent, { method: 'send' }>, 'method'>

/**
 * Something new about the lead, below its card, which comes first where the place has none yet. In a topic it stands for
 * itself: everything there is about that lead.
 */
export function postsBelowCard(
  scene: LeadScene,
  place: Place,
  key: string,
  write: (place: Place) => Written,
  card: NewCard = {},
): NewPost[] {
  const leadId = scene.card.id
  const content: PostContent = { method: 'send', ...write(place) }
  return [
    ...cardPosts(scene, place, card),
    postIn(place, key, content, { leadId, ...belowCard(scene, place) }),
  ]
}

/** Below what news stands in a place: the card in a private chat, nothing in a topic. */
export const belowCard = (
  { cardKeys, card }: LeadScene,
  { chat, topicKey }: Place,
): { replyToKey?: string } =>
  topicKey === undefined ? { replyToKey: cardKeys.get(chat) ?? firstCardKey(card.id) } : {}

/**
 * The lead as it is now, wherever it is shown: its cards, its topics' names, its claim card in the lobby. Whoever has turned
 * a card to a page meanwhile keeps it open where that says all of this; without `yields` it is turned back in any case.
 * `handTurned`: somebody may have closed or opened the topic in the group by hand.
 */
export function cardChanges(
  scene: LeadScene,
  eventId: string,
  { yields = true, ...topic }: { yields?: boolean; handTurned?: true } = {},
): NewPost[] {
  const reachable = scene.team.filter(({ unreachable }) => !unreachable)
  const changes = [
    ...reachable.flatMap((member) => memberChanges(scene, member, eventId)),
    ...topicPlace(scene).flatMap((place) => changesInTopic(scene, place, eventId, undefined, topic)),
  ]
  return [...(yields ? changes.map(yielding) : changes), ...lobbyChanges(scene, eventId)]
}

const yielding = (post: NewPost): NewPost =>
  post.content.method === 'edit' && !post.withdraws
    ? { ...post, content: { ...post.content, yields: true } }
    : post

/** In a member's chat: the card there and the one in the lead's topic; whoever may not see the lead any more loses both. */
function memberChanges(scene: LeadScene, member: Colleague, eventId: string): NewPost[] {
  const { card, cardKeys } = scene
  const place = memberPlace(scene, member)
  const sees = seesLead(member, card)
  const face = sees ? leadCardFace(place.voice, card, member) : goneFace(place.voice, card)
  const more = sees ? {} : { withdraws: true as const }
  const { topicKey: _topic, ...chat } = place
  const key = cardKeys.get(place.chat)
  return [
    ...(key ? [cardChange(chat, card.id, key, eventId, face, more)] : []),
    ...(scene.topics.has(place.chat) ? changesInTopic(scene, place, eventId, face, more) : []),
  ]
}

/** In a topic it is the pinned card that people look at. */
function changesInTopic(
  scene: LeadScene,
  place: Place,
  eventId: string,
  face = leadCardFace(place.voice, scene.card, place.viewer),
  { handTurned, ...more }: { withdraws?: true; handTurned?: true } = {},
): NewPost[] {
  const { card, cardKeys } = scene
  const names = topicChanges(scene, place, eventId, { ...more, ...(handTurned ? { handTurned } : {}) })
  if (isGroupChat(place.chat) && !cardKeys.has(place.chat)) return names
  // Of a lead that is over, or that he has no more, or not here, nothing is made again that he has deleted.
  const isOver = place.topicKey === undefined || (!isGroupChat(place.chat) && card.closedAt !== null)
  const lasts = isOver ? { onlyIfThere: true } : {}
  const key = topicCardKey(place.chat, card.id)
  const inTopic = { chat: place.chat, topicKey: leadTopicKey(card.id) }
  const changeId = isGroupChat(place.chat) ? eventId : `${eventId}:topic`
  return [cardChange(inTopic, card.id, key, changeId, { ...face, ...lasts }, more), ...names]
}

function cardChange(
  spot: Spot,
  leadId: string,
  targetKey: string,
  eventId: string,
  face: Face & { onlyIfThere?: boolean },
  more: { withdraws?: true },
): NewPost {
  const kept = { leadId, targetKey, mergeKey: cardMergeKey(targetKey), urgency: 2 as const }
  return postIn(spot, `change:${eventId}`, { method: 'edit', ...face }, { ...kept, ...more })
}
