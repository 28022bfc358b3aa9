import { DeskError } from '#core/errors.ts'
import { snoozeButtons } from '../cards/snooze-buttons.ts'
import { actorOf } from '../context.ts'
import { askSnooze } from '../dialogues/snooze.ts'
import { isChoice, timeOfChoice } from '../reminders/choices.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changeLead, findCard, showPage } from './change-card.ts'
import { mustWorkLeads } from './must-work-leads.ts'

/** Offers times in place of the card's buttons. */
export const snooze = actionOn('snooze', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  const { say } = ctx.voice
  const card = await findCard(ctx, leadId)
  await showPage(ctx, card, snoozeButtons(say, card), `😴 ${say('snooze-ask')}`)
  return undefined
})

/** Puts the lead out of the inbox until the chosen time. */
export const snoozeAt = actionOn('snooze-at', async (ctx, leadId, [choice]) => {
  if (!isChoice(choice)) throw new DeskError('not-found', 'button-outdated')
  const { desk } = ctx.tools
  const { timeZone } = await desk.ask(actorOf(ctx), 'readOwnHours', {})
  const until = roundUp(timeOfChoice(choice, { now: ctx.voice.now, timeZone }))
  await changeLead(ctx, leadId, () => desk.perform(actorOf(ctx), 'snoozeLead', { leadId, until }))
  return ctx.voice.say('snooze-done', { when: tellMoment(ctx.voice, until, timeZone) })
})

/** Asks for another time, in words. */
export const snoozeOther = actionOn('snooze-other', async (ctx, leadId) => {
  mustWorkLeads(ctx)
  await askSnooze(ctx, (await findCard(ctx, leadId)).id, 'first', `snooze:${leadId}:${burst(ctx.voice.now)}`)
  return undefined
})

/** Back into the inbox. */
export const wake = actionOn('wake', async (ctx, leadId) => {
  await changeLead(ctx, leadId, () =>
    ctx.tools.desk.perform(actorOf(ctx), 'snoozeLead', { leadId, until: null }),
  )
  return ctx.voice.say('snooze-over')
})

/** To five minutes, so that pressing several times is one. */
const roundUp = (at: Date): Date => new Date(Math.ceil(at.getTime() / 300_000) * 300_000)
