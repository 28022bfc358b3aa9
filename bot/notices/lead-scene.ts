import type { Answers, Question } from '#core/desk.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import type { NoticeStates } from '#core/notices/read-notice-states.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { TeamDesk } from '#core/team-desk/team-desk.ts'
import { cardMergeKey, firstCardKey } from '../cards/card-key.ts'
import { goneFace } from '../cards/gone-face.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import type { BotTools } from '../context.ts'
import type { Face, PostContent } from '../posts/post-content.ts'
import { postIn } from '../posts/post-in.ts'
import { botActor } from '../posts/show-posts.ts'
import { leadTopicKey, lobbyKey } from '../team-desk/topic-key.ts'
import { newTopicPosts, topicChanges } from './lead-topic.ts'
import { lobbyChanges } from './lobby.ts'
import type { ReadMessage } from './message-scene.ts'
import { memberPlace, type Place, topicPlace } from './place.ts'
import { type Colleague, seesLead } from './team.ts'

/** A lead, the team, and which chats show the lead under which key. */
export interface LeadScene {
  tools: BotTools
  card: LeadCard
  team: Colleague[]
  cardKeys: Map<string, string>
  /** The team's group; null: there is none, or it cannot be written to now. */
  desk: TeamDesk | null
  /** The lead's topic in it, as it was last asked for; null: nobody asked for it yet. */
  topic: { thread: number | null; content: Record<string, unknown> } | null
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
  const topic = chatId
    ? await tools.desk.ask(botActor(organizationId), 'findTopic', { chatId, key: leadTopicKey(card.id) })
    : null
  return {
    tools,
    card,
    team,
    cardKeys: new Map(cards.map((post) => [post.chatId, post.key])),
    desk,
    topic,
    lobbyKey: claimCards.find((post) => post.chatId === chatId)?.key,
  }
}

/** The lead's card in a place: the one that is there, or a new one; in the group with its topic, pinned there. */
export function cardPosts(scene: LeadScene, place: Place): NewPost[] {
  const leadId = scene.card.id
  if (place.topicKey !== undefined) return newTopicPosts(scene, place)
  if (scene.cardKeys.has(place.chat)) return []
  const content: PostContent = { method: 'send', ...leadCardFace(place.voice, scene.card, place.viewer) }
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
): NewPost[] {
  const leadId = scene.card.id
  const content: PostContent = { method: 'send', ...write(place) }
  return [...cardPosts(scene, place), postIn(place, key, content, { leadId, ...belowCard(scene, place) })]
}

/** Below what news stands in a place: the card in a private chat, nothing in a topic. */
export const belowCard = (
  { cardKeys, card }: LeadScene,
  { chat, topicKey }: Place,
): { replyToKey?: string } =>
  topicKey === undefined ? { replyToKey: cardKeys.get(chat) ?? firstCardKey(card.id) } : {}

/** The lead as it is now, wherever it is shown: its cards, its topic's name, its claim card in the lobby. */
export function cardChanges(scene: LeadScene, eventId: string): NewPost[] {
  const { card, team, cardKeys } = scene
  const reachable = team.filter(({ unreachable }) => !unreachable)
  const change = (place: Place, face: Face, more: { withdraws?: true } = {}): NewPost[] => {
    // In a topic it is the pinned one that people look at.
    const newest = cardKeys.get(place.chat)
    const targetKey = newest && place.topicKey ? firstCardKey(card.id) : newest
    if (!targetKey) return []
    const kept = { leadId: card.id, targetKey, mergeKey: cardMergeKey(targetKey), urgency: 2 as const }
    return [postIn(place, `change:${eventId}`, { method: 'edit', ...face }, { ...kept, ...more })]
  }
  const cards = [
    ...reachable.filter((member) => seesLead(member, card)).map((member) => memberPlace(scene, member)),
    ...topicPlace(scene),
  ].flatMap((place) => change(place, leadCardFace(place.voice, card, place.viewer)))
  const withdrawn = reachable
    .filter((member) => !seesLead(member, card))
    .map((member) => memberPlace(scene, member))
    .flatMap((place) => change(place, goneFace(place.voice, card), { withdraws: true }))
  return [...cards, ...withdrawn, ...topicChanges(scene, eventId), ...lobbyChanges(scene, eventId)]
}
