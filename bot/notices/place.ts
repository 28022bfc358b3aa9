import { askerOf } from '#core/actor.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { canSeePhones } from '#core/policy.ts'
import type { Viewer } from '../cards/lead-card-face.ts'
import type { BotTools } from '../context.ts'
import type { Spot } from '../posts/post-in.ts'
import { leadTopicKey } from '../team-desk/topic-key.ts'
import { createVoice, type Voice } from '../voice.ts'
import type { LeadScene } from './lead-scene.ts'
import type { Colleague } from './team.ts'

/** Where news of a lead is shown, how to speak there, and whose buttons a card there has. */
export interface Place extends Spot {
  voice: Voice
  viewer: Viewer
}

/** A member's private chat; of his own lead its topic there, where he has topics. */
export const memberPlace = (scene: LeadScene, member: Colleague): Place => ({
  chat: String(member.telegramUserId),
  ...(hasOwnTopic(scene, member) ? { topicKey: leadTopicKey(scene.card.id) } : {}),
  voice: createVoice(scene.tools.words, member.language),
  viewer: member,
})

/** Whether a lead is worked on in a topic of a member's private chat: it is his, and the team does not do so in its group. */
export const hasOwnTopic = (
  { desk, card }: Pick<LeadScene, 'desk' | 'card'>,
  { id, leadTopics }: Pick<Colleague, 'id' | 'leadTopics'>,
): boolean => leadTopics && card.owner?.id === id && desk?.plane !== 'group'

/**
 * The lead's topic, where the team works in its group. Everybody there sees the buttons of the one who has the lead; the
 * desk decides who may use them.
 */
export function topicPlace({ tools, desk, team, card }: LeadScene): Place[] {
  if (desk?.plane !== 'group') return []
  return [
    {
      chat: desk.chatId,
      topicKey: leadTopicKey(card.id),
      voice: createVoice(tools.words, desk.language),
      viewer: groupViewer(tools, team, card),
    },
  ]
}

/** Numbers are shown in the group only where everybody on the team may see them. */
const groupViewer = ({ link }: BotTools, team: Colleague[], card: LeadCard): Viewer => ({
  id: card.owner?.id ?? '',
  role: 'agent',
  isGroup: true,
  link,
  permissions: team.every((member) => canSeePhones(askerOf(member)))
    ? ['leads.read', 'leads.work', 'phones.see']
    : ['leads.read', 'leads.work'],
})

/**
 * Where news is shown that concerns some members: in the lead's topic for all of them; in the private chat of each, or its
 * owner's topic there, where the team works there. While a lead waits to be claimed in the lobby, its claim card tells all.
 */
export function placesOf(scene: LeadScene, members: Colleague[]): Place[] {
  const { desk, card } = scene
  if (desk?.plane === 'group') return topicPlace(scene)
  if (desk?.plane === 'lobby' && !card.owner) return []
  return members.map((member) => memberPlace(scene, member))
}

/** Whether what stands in a chat stands in the lead's topic: the chat is the team's group, or its owner's who has topics. */
export const isTopicOf = (scene: LeadScene, chat: string): boolean =>
  isDeskOf(scene, chat) ||
  scene.team.some((member) => String(member.telegramUserId) === chat && hasOwnTopic(scene, member))

/** Whether a chat is the team's group. */
export const isDeskOf = ({ desk }: Pick<LeadScene, 'desk'>, chat: string): boolean => desk?.chatId === chat
