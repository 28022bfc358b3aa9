import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { refreshCard } from './change-card.ts'

/** Gives a lead back. */
export const release = actionOn('release', async (ctx, leadId) => {
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'releaseLead', { leadId })
  } finally {
    await refreshCard(ctx, leadId)
  }
  return ctx.voice.say('toast-released')
})
