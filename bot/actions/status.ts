import { actionOn } from './action.ts'
import { changeCard, findCard } from './change-card.ts'

/** Offers the statuses in place of the card's buttons. */
export const status = actionOn('status', async (ctx, leadId) => {
  await changeCard(ctx, await findCard(ctx, leadId), 'statuses')
  return undefined
})

/** Back from the statuses to the card's usual buttons. */
export const card = actionOn('card', async (ctx, leadId) => {
  await changeCard(ctx, await findCard(ctx, leadId), 'actions')
  return undefined
})
