import type { LeadCard } from '#core/leads/lead-card.ts'
import { laterCardKey } from '../cards/card-key.ts'
import { leadCardFace } from '../cards/lead-card-face.ts'
import { type MemberContext, viewerOf } from '../context.ts'
import { answerMember } from './answer-member.ts'
import type { Button } from './post-content.ts'
import { tellSeen } from './tell-seen.ts'

/** Other buttons than usual under a card, and what they are for. */
export interface CardPage {
  buttons: Button[][]
  ask?: string
}

/** Shows a lead's card anew, lowest in the chat; answers to it reach the customer like answers to the first one. */
export async function openCard(
  ctx: MemberContext,
  card: LeadCard,
  opener: string,
  page?: CardPage,
): Promise<void> {
  const usual = leadCardFace(ctx.voice, card, viewerOf(ctx))
  const html = page?.ask ? `${usual.html}\n\n${page.ask}` : usual.html
  const face = page ? { ...usual, html, buttons: page.buttons, page: true } : usual
  await answerMember(ctx, 'card', face, { key: laterCardKey(card.id, opener), leadId: card.id })
  await tellSeen(ctx, card.id)
}
