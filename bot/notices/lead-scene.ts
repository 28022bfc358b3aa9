import type { LeadCard } from '#core/leads/lead-card.ts'
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
import { memberPlace, type Place, topicPlace } from './place.ts'
import { type Colleague, readColleagues, seesLead } from './team.ts'

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
}

export async function readLeadScene(
  tools: BotTools,
  organizationId: string,
  leadId: string,
): Promise<LeadScene> {
  const actor = botActor(organizationId)
  const card = await tools.desk.ask(actor, 'findLead', { leadId })
  const team = await readColleagues(tools, organizationId)
  const newest = (keyPrefix: string) => tools.desk.ask(actor, 'listNewestPosts', { leadId, keyPrefix })
  const shown = await newest(firstCardKey(leadId))
  const kept = await tools.desk.ask(actor, 'readTeamDesk', {})
  const desk = kept?.state === 'active' ? kept : null
  const topic =
    desk && (await tools.desk.ask(actor, 'findTopic', { chatId: desk.chatId, key: leadTopicKey(leadId) }))
  const lobby = desk ? await newest(lobbyKey(leadId)) : []
  return {
    tools,
    card,
    team,
    cardKeys: new Map(shown.map(({ chatId, key }) => [chatId, key])),
    desk,
    topic,
    lobbyKey: lobby.find(({ chatId }) => chatId === desk?.chatId)?.key,
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
