import { DeskError } from '#core/errors.ts'
import { repeats } from '#core/reminders/repeat.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { showSet } from '../reminders/add-typed-reminder.ts'
import { isChoice, timeOfChoice } from '../reminders/choices.ts'
import { setFace, settledFace } from '../reminders/reminder-faces.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changePressed } from './pressed-post.ts'

/** Whatever post a reminder's button stands on is changed in place: they are all of the reminder. */
const anyPost = 'remind'

const readReminder = (ctx: MemberContext, reminderId: string) =>
  ctx.tools.desk.ask(actorOf(ctx), 'readReminder', { reminderId })

async function settle(ctx: MemberContext, reminderId: string, end: string): Promise<void> {
  const face = settledFace(ctx.voice, await readReminder(ctx, reminderId), end)
  await changePressed(ctx, face, anyPost, `reminder-end:${ctx.update.update_id}`)
}

/** What it reminded of is done. */
export const reminderDone = actionOn('reminder-done', async (ctx, reminderId) => {
  const { say } = ctx.voice
  await ctx.tools.desk.perform(actorOf(ctx), 'finishReminder', { reminderId })
  await settle(ctx, reminderId, `✅ ${say('reminder-done')}`)
  return say('reminder-done')
})

/** Later, this once. */
export const reminderLater = actionOn('reminder-later', async (ctx, reminderId, [choice]) => {
  if (!isChoice(choice)) throw new DeskError('not-found', 'button-outdated')
  const { voice, tools } = ctx
  const { timeZone } = await tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
  const until = timeOfChoice(choice, { now: voice.now, timeZone })
  const { dueAt } = await tools.desk.perform(actorOf(ctx), 'snoozeReminder', { reminderId, until })
  const told = voice.say('reminder-snoozed', { when: tellMoment(voice, dueAt, timeZone) })
  await settle(ctx, reminderId, `⏰ ${told}`)
  return told
})

/** Called off, with all its later times. */
export const reminderCancel = actionOn('reminder-cancel', async (ctx, reminderId) => {
  const { say } = ctx.voice
  await ctx.tools.desk.perform(actorOf(ctx), 'cancelReminder', { reminderId })
  await settle(ctx, reminderId, `✖️ ${say('reminder-cancelled')}`)
  return say('reminder-cancelled')
})

/** How often it comes. */
export const remindRepeat = actionOn('remind-repeat', async (ctx, reminderId, [wanted]) => {
  const repeat = repeats.find((one) => one === wanted)
  if (!repeat) throw new DeskError('not-found', 'button-outdated')
  await ctx.tools.desk.perform(actorOf(ctx), 'moveReminder', { reminderId, repeat })
  const { timeZone } = await ctx.tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
  const face = setFace(ctx.voice, await readReminder(ctx, reminderId), ctx.member.memberId, timeZone)
  await changePressed(ctx, face, anyPost, `reminder-set:${ctx.update.update_id}`)
  return undefined
})

/** One of the list: when it comes, and how it can be changed. */
export const reminderOpen = actionOn('reminder-open', async (ctx, reminderId) => {
  const { timeZone } = await ctx.tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
  await showSet(ctx, reminderId, timeZone, `reminder-set:${reminderId}:${burst(ctx.voice.now)}`)
  return undefined
})
