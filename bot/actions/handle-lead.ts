import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead } from './change-card.ts'

/** Puts a lead away until the customer writes again, as closing its topic does. */
export const handleLead = actionOn('handled', async (ctx, leadId) => {
  const handled = { leadId, handled: true }
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'setLeadHandled', handled))
  return ctx.voice.say('toast-handled')
})

/** Takes a lead up again that was put away. */
export const resumeLead = actionOn('resume-lead', async (ctx, leadId) => {
  const resumed = { leadId, handled: false }
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'setLeadHandled', resumed))
  return ctx.voice.say('toast-resumed-lead')
})
