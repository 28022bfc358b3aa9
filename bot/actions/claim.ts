import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead } from './change-card.ts'

/** Takes a lead. Of many who press at once one has it; the others learn who, and see it on the card. */
export const claim = actionOn('claim', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'claimLead', { leadId }))
  return ctx.voice.say('toast-claimed')
})
