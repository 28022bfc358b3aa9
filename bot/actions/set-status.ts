import { DeskError } from '#core/errors.ts'
import { isLeadStatus } from '../cards/is-lead-status.ts'
import { sayStatus } from '../cards/words-of-lead.ts'
import { actorOf } from '../context.ts'
import { actionOn } from './action.ts'
import { refreshCard } from './change-card.ts'

/** Moves a lead to the chosen status. */
export const setStatus = actionOn('set', async (ctx, leadId, [chosen]) => {
  const { say } = ctx.voice
  if (!isLeadStatus(chosen)) throw new DeskError('not-found', 'button-outdated')
  try {
    await ctx.tools.desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: chosen })
  } finally {
    await refreshCard(ctx, leadId)
  }
  return say('toast-status', { status: sayStatus(say, chosen) })
})
