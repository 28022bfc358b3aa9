import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { changeLead } from './change-card.ts'

/** Puts a lead away until the customer writes again, as closing its topic does; not with what is still to be shown here. */
export const handleLead = actionOn('handled', async (ctx, leadId) => {
  const wanted = { leadId, handled: true, seen: { chatId: ctx.place.chat } }
  let isSo = true
  await changeLead(ctx, leadId, async () => {
    isSo = (await ctx.tools.desk.perform(actorOf(ctx), 'setLeadHandled', wanted)).handled
  })
  return isSo ? ctx.voice.say('toast-handled') : ctx.voice.say('toast-wrote-meanwhile')
})

/** Takes a lead up again that was put away. */
export const resumeLead = actionOn('resume-lead', async (ctx, leadId) => {
  const resumed = { leadId, handled: false }
  await changeLead(ctx, leadId, () => ctx.tools.desk.perform(actorOf(ctx), 'setLeadHandled', resumed))
  return ctx.voice.say('toast-resumed-lead')
})
