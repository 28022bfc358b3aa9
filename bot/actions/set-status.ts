import { DeskError } from '#core/errors.ts'
import { type LostReason, lostReasons } from '#core/leads/lead.ts'
import { isLeadStatus } from '../cards/is-lead-status.ts'
import { convertedButtons, lostButtons } from '../cards/status-buttons.ts'
import { sayStatus } from '../cards/words-of-lead.ts'
import { actorOf } from '../context.ts'
import { askLostReason, askValue } from '../dialogues/outcome.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changeLead, findCard, showPage } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** Moves a lead to the chosen status; before it is lost or converted, asks why, or what it was worth. */
export const setStatus = actionOn('set', async (ctx, leadId, [chosen]) => {
  const { say } = ctx.voice
  if (!isLeadStatus(chosen)) throw new DeskError('not-found', 'button-outdated')
  if (chosen === 'lost' || chosen === 'converted') {
    mustWorkLeads(ctx)
    const card = await findCard(ctx, leadId)
    const [buttons, ask] =
      chosen === 'lost'
        ? [lostButtons(say, card), say('lost-ask')]
        : [convertedButtons(say, card), say('converted-ask')]
    await showPage(ctx, card, buttons, `❓ ${ask}`)
    return undefined
  }
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: chosen }),
  )
  return say('toast-status', { status: sayStatus(say, chosen) })
})

const isLostReason = (word: string | undefined): word is LostReason =>
  lostReasons.some((reason) => reason === word)

/** Lost, for the chosen reason or for none. */
export const lose = actionOn('lost', async (ctx, leadId, [reason]) => {
  const { say } = ctx.voice
  if (reason !== 'none' && !isLostReason(reason)) throw new DeskError('not-found', 'button-outdated')
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'changeLeadStatus', {
      leadId,
      status: 'lost',
      ...(reason === 'none' ? {} : { reason }),
    }),
  )
  return say('toast-status', { status: sayStatus(say, 'lost') })
})

/** Asks in the member's own words why it was lost; the answer loses it. */
export const loseOwn = actionOn('lost-own', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  await askLostReason(ctx, await findCard(ctx, leadId), burst(ctx.voice.now))
  return undefined
})

/** Converted, without a word of what it was worth. */
export const convert = actionOn('converted', async (ctx, leadId) => {
  const { say } = ctx.voice
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'changeLeadStatus', { leadId, status: 'converted' }),
  )
  return say('toast-status', { status: sayStatus(say, 'converted') })
})

/** Asks what it was worth; the answer converts it. */
export const worth = actionOn('value', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  await askValue(ctx, await findCard(ctx, leadId), burst(ctx.voice.now))
  return undefined
})
