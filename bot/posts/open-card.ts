import type { LeadCard } from '#core/leads/lead-card.ts'
import { laterCardKey } from '../cards/card-key.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import { type MemberContext, viewerOf } from '../context.ts'
import { answerMember } from './answer-member.ts'
import { tellSeen } from './tell-seen.ts'

/** Shows a lead's card anew, lowest in the chat; answers to it reach the customer like answers to the first one. */
export async function openCard(ctx: MemberContext, card: LeadCard, opener: string): Promise<void> {
  const face = leadCardFace(ctx.voice, card, viewerOf(ctx))
  await answerMember(ctx, 'card', face, { key: laterCardKey(card.id, opener), leadId: card.id })
  await tellSeen(ctx, card.id)
}
