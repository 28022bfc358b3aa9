import { readBlockPage } from '../cards/block-page.ts'
import { blockButtons } from '../cards/card-buttons.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead, findCard, showPage } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** Says what blocking does and what it does not, and asks whether it is wanted. */
export const block = actionOn('block', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const card = await findCard(ctx, leadId)
  await showPage(ctx, card, blockButtons(ctx.voice.say, card), await readBlockPage(ctx, leadId))
  return undefined
})

/** Blocks the person behind the lead, after the question. */
export const blockYes = actionOn('block-yes', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'blockContact', { leadId, blocked: true }),
  )
  return ctx.voice.say('toast-blocked')
})

/** Talks to the person again. */
export const unblock = actionOn('unblock', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'blockContact', { leadId, blocked: false }),
  )
  return ctx.voice.say('toast-unblocked')
})
