import type { LeadCard } from '#core/leads/lead-card.ts'
import type { NewPost } from '#core/posts/post.ts'
import { cardMergeKey, firstCardKey } from '../cards/card-key.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import type { BotTools } from '../context.ts'
import type { PostContent } from '../posts/post-content.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { createVoice, type Voice } from '../voice.ts'
import { type Colleague, readColleagues } from './team.ts'

/** A lead, the team, and which chats show the lead under which key. */
export interface LeadScene {
  tools: BotTools
  card: LeadCard
  team: Colleague[]
  cardKeys: Map<string, string>
}

export async function readLeadScene(
  tools: BotTools,
  organizationId: string,
  leadId: string,
): Promise<LeadScene> {
  const actor = botActor(organizationId)
  const card = await tools.desk.ask(actor, 'findLead', { leadId })
  const team = await readColleagues(tools, organizationId)
  const shown = await tools.desk.ask(actor, 'listNewestPosts', { leadId, keyPrefix: firstCardKey(leadId) })
  return { tools, card, team, cardKeys: new Map(shown.map(({ chatId, key }) => [chatId, key])) }
}

/** The lead's card in a member's chat: the one that he has, or a new one. */
export function cardPosts(scene: LeadScene, member: Colleague): NewPost[] {
  if (scene.cardKeys.has(String(member.telegramUserId))) return []
  const face = leadCardFace(voiceOf(scene, member), scene.card, member)
  const content: PostContent = { method: 'send', ...face }
  return [privatePost(member.telegramUserId, firstCardKey(scene.card.id), content, { leadId: scene.card.id })]
}

/** Something new about the lead, below its card, which comes first where the chat has none yet. */
export function postsBelowCard(
  scene: LeadScene,
  member: Colleague,
  key: string,
  write: (voice: Voice) => Omit<Extract<PostContent, { method: 'send' }>, 'method'>,
): NewPost[] {
  const leadId = scene.card.id
  const replyToKey = scene.cardKeys.get(String(member.telegramUserId)) ?? firstCardKey(leadId)
  const content: PostContent = { method: 'send', ...write(voiceOf(scene, member)) }
  return [
    ...cardPosts(scene, member),
    privatePost(member.telegramUserId, key, content, { leadId, replyToKey }),
  ]
}

/** The card as it is now, for every chat that shows it. */
export function cardChanges(scene: LeadScene, eventId: string): NewPost[] {
  const { card, team, cardKeys } = scene
  return team.flatMap((member) => {
    const targetKey = cardKeys.get(String(member.telegramUserId))
    if (!targetKey || member.unreachable) return []
    const content: PostContent = { method: 'edit', ...leadCardFace(voiceOf(scene, member), card, member) }
    return [
      privatePost(member.telegramUserId, `change:${eventId}`, content, {
        leadId: card.id,
        targetKey,
        mergeKey: cardMergeKey(targetKey),
        urgency: 2,
      }),
    ]
  })
}

const voiceOf = ({ tools }: LeadScene, member: Colleague): Voice => createVoice(tools.words, member.language)
