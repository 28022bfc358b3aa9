import { blockButtons } from '../cards/card-buttons.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead, findCard, showOnCard } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** Says what blocking means, and asks whether it is wanted. */
export const block = actionOn('block', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const { say } = ctx.voice
  const card = await findCard(ctx, leadId)
  await showOnCard(ctx, card, blockButtons(say, card), `🚫 ${say('block-ask')}`)
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
