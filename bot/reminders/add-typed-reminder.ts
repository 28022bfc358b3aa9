import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { askQuestion } from '../dialogues/dialogue.ts'
import { answerMember } from '../posts/answer-member.ts'
import { tame } from '../text/escape-html.ts'
import { readWhen } from './read-when.ts'
import { setFace } from './reminder-faces.ts'

/** For whom and what a reminder is that a member writes; or the one that he gives another time. */
export type Wanted = { leadId: string; memberId?: string } | { reminderId: string }

/** Sets the reminder that a member wrote, and says when it comes; where no time is in it, asks for one. */
export async function addTypedReminder(ctx: MemberContext, words: string, wanted: Wanted): Promise<void> {
  const { tools, voice, member } = ctx
  const { desk } = tools
  const actor = actorOf(ctx)
  const { timeZone } = await desk.ask(actor, 'readOwnHours', {})
  const typed = readWhen(tame(words), voice.language, { now: voice.now, timeZone })
  if (!typed) return askWhen(ctx, wanted, 'again')
  const { at, repeat, text } = typed
  if ('reminderId' in wanted) {
    const change = { reminderId: wanted.reminderId, dueAt: at, ...(repeat === 'none' ? {} : { repeat }) }
    await desk.perform(actor, 'moveReminder', change)
    return showSet(ctx, wanted.reminderId, timeZone, `reminder-set:${ctx.update.update_id}`)
  }
  const idempotencyKey = `remind:${accountOf(ctx)}:${ctx.place.chat}:${ctx.msg?.message_id ?? 0}`
  const { reminderId } = await desk.perform(actor, 'addReminder', {
    leadId: wanted.leadId,
    memberId: wanted.memberId ?? member.memberId,
    dueAt: at,
    repeat,
    text: text.slice(0, longestText),
    idempotencyKey,
  })
  await showSet(ctx, reminderId, timeZone, `reminder-set:${ctx.update.update_id}`)
}

/** The desk's limit; whoever writes more has written it to the lead's notes already, or should. */
const longestText = 1000

/** Shows what was set. An answer to it is another time, never a message to the customer. */
export async function showSet(ctx: MemberContext, reminderId: string, timeZone: string, key: string) {
  const reminder = await ctx.tools.desk.ask(actorOf(ctx), 'readReminder', { reminderId })
  const face = setFace(ctx.voice, reminder, ctx.member.memberId, timeZone, true)
  await answerMember(ctx, 'reminder-set', { ...face, purpose: 'reminder', dialogue: { reminderId } }, { key })
}

/** Asks for a time in words. */
export async function askWhen(ctx: MemberContext, wanted: Wanted, turn: 'first' | 'again', key?: string) {
  const { say } = ctx.voice
  const question = {
    html: `⏰ ${turn === 'first' ? say('remind-ask') : say('remind-ask-again')}`,
    ask: say('remind-placeholder'),
  }
  await askQuestion(ctx, 'reminder', question, { ...wanted }, key)
}
