import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead } from './change-card.ts'

/** Gives a lead back. */
export const release = actionOn('release', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'releaseLead', { leadId }))
  return ctx.voice.say('toast-released')
})
