import type { LeadCard } from '#core/leads/lead-card.ts'
import { cardButtons, statusButtons } from '../cards/card-buttons.ts'
import { laterCardKey } from '../cards/card-key.ts'
import { cardText } from '../cards/lead-card-face.ts'
import { actorOf, type MemberContext, viewerOf } from '../context.ts'
import { changePressed } from './pressed-post.ts'

/**
 * Shows the pressed card as it is now, also where somebody else was faster: an old copy that no notice changes any
 * more is right again once it is pressed.
 */
export async function refreshCard(ctx: MemberContext, leadId: string): Promise<void> {
  await changeCard(ctx, await findCard(ctx, leadId), 'actions')
}

/** Shows the pressed card with its usual buttons or with those of the statuses. */
export async function changeCard(
  ctx: MemberContext,
  card: LeadCard,
  buttons: 'actions' | 'statuses',
): Promise<void> {
  const { say } = ctx.voice
  const face = {
    html: cardText(ctx.voice, card),
    buttons: buttons === 'actions' ? cardButtons(say, card, viewerOf(ctx)) : statusButtons(say, card),
  }
  await changePressed(ctx, face, 'card:', laterCardKey(card.id, String(ctx.update.update_id)))
}

export const findCard = (ctx: MemberContext, leadId: string): Promise<LeadCard> =>
  ctx.tools.desk.ask(actorOf(ctx), 'findLead', { leadId })
