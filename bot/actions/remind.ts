import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { canWorkLeads } from '#core/policy.ts'
import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { askWhen } from '../reminders/add-typed-reminder.ts'
import { isChoice, timeOfChoice } from '../reminders/choices.ts'
import { choicesFace, colleaguesFace } from '../reminders/choices-face.ts'
import { setFace } from '../reminders/reminder-faces.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { changePressed, findPressedPost } from './pressed-post.ts'

/** Posts in which a time is being chosen are named so. */
const asking = 'remind:'

/** Asks when to remind of a lead, and of whom; the answer is one tap. */
export const remind = actionOn('remind', async (ctx, leadId, [whom]) => {
  if (!canWorkLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
  const card = await findCard(ctx, leadId)
  const memberId = whom === undefined ? undefined : idOf(whom)
  const team = memberId ? await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {}) : []
  const colleague = team.find(({ id }) => id === memberId)
  if (memberId && !colleague) throw new DeskError('not-found', 'member-not-found')
  const face = choicesFace(ctx.voice, card, colleague)
  const pressed = await findPressedPost(ctx)
  if (pressed?.key.startsWith(asking)) {
    await changePressed(ctx, face, asking, '')
    return undefined
  }
  const key = `${asking}${leadId}:${burst(ctx.voice.now)}`
  await answerMember(ctx, 'remind', face, { key, ...(pressed?.key ? { replyToKey: pressed.key } : {}) })
  return undefined
})

/** Offers the colleagues who can be reminded. */
export const remindWhom = actionOn('remind-whom', async (ctx, leadId) => {
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listMembers', {})
  const face = colleaguesFace(ctx.voice, await findCard(ctx, leadId), team, ctx.member.memberId)
  await changePressed(ctx, face, asking, `${asking}${leadId}:${ctx.update.update_id}`)
  return undefined
})

/** Sets the chosen time. Pressed twice on one message it is one reminder. */
export const remindAt = actionOn('remind-at', async (ctx, leadId, [choice, whom]) => {
  if (!isChoice(choice)) throw new DeskError('not-found', 'button-outdated')
  const { desk } = ctx.tools
  const { timeZone } = await desk.ask(actorOf(ctx), 'readOwnHours', {})
  const { reminderId } = await desk.perform(actorOf(ctx), 'addReminder', {
    leadId,
    ...(whom === undefined ? {} : { memberId: idOf(whom) }),
    dueAt: timeOfChoice(choice, { now: ctx.voice.now, timeZone }),
    idempotencyKey: `remind:${pressedPlace(ctx)}:${choice}:${whom ?? ''}`,
  })
  const reminder = await desk.ask(actorOf(ctx), 'readReminder', { reminderId })
  const face = setFace(ctx.voice, reminder, ctx.member.memberId, timeZone)
  await changePressed(ctx, face, asking, `reminder-set:${reminderId}`)
  return ctx.voice.say('toast-reminder-set')
})

/** Asks for another time, in words. */
export const remindOther = actionOn('remind-other', async (ctx, leadId, [whom]) => {
  if (!canWorkLeads({ kind: 'member', ...ctx.member })) throw new DeskError('forbidden', 'not-allowed')
  const card = await findCard(ctx, leadId)
  const wanted = { leadId: card.id, ...(whom === undefined ? {} : { memberId: idOf(whom) }) }
  await askWhen(ctx, wanted, 'first', `remind-ask:${leadId}:${whom ?? ''}:${burst(ctx.voice.now)}`)
  return undefined
})

function idOf(short: string): string {
  const id = longId(short)
  if (!id) throw new DeskError('not-found', 'button-outdated')
  return id
}

const pressedPlace = (ctx: MemberContext): string =>
  `${accountOf(ctx)}:${ctx.place.chat}:${ctx.callbackQuery?.message?.message_id ?? 0}`
