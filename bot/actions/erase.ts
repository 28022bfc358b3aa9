import { eraseButtons } from '../cards/card-buttons.ts'
import { readErasePage } from '../cards/erase-page.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead, findCard, showPage } from './change-card.ts'

/** Says what erasing the person behind the lead takes with it, and asks whether it is wanted. */
export const erase = actionOn('erase', async (ctx, leadId) => {
  const card = await findCard(ctx, leadId)
  await showPage(ctx, card, eraseButtons(ctx.voice.say, card), await readErasePage(ctx, leadId))
  return undefined
})

/** Erases him, after the question. */
export const eraseYes = actionOn('erase-yes', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'eraseContact', { leadId }))
  return ctx.voice.say('toast-erased')
})
