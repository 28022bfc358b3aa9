import { z } from 'zod'
import { DeskError } from '#core/errors.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { readWhen } from '../reminders/read-when.ts'
import { tellMoment } from '../reminders/tell-moment.ts'
import { tame } from '../text/escape-html.ts'
import { askQuestion, type Dialogue } from './dialogue.ts'

const ofLead = z.object({ leadId: z.uuid() })

/** Asks until when a lead is to be out of the inbox, in words. */
export async function askSnooze(
  ctx: MemberContext,
  leadId: string,
  turn: 'first' | 'again',
  key?: string,
): Promise<void> {
  const { say } = ctx.voice
  const html = `😴 ${turn === 'first' ? say('snooze-ask-words') : say('snooze-ask-again')}`
  await askQuestion(ctx, 'snooze', { html, ask: say('snooze-placeholder') }, { leadId }, key)
}

/** Until when a lead is to be out of the inbox. */
export const snooze: Dialogue = {
  purpose: 'snooze',
  async hear(ctx, text, gathered) {
    const read = ofLead.safeParse(gathered)
    if (!read.success) throw new DeskError('not-found', 'button-outdated')
    await snoozeUntil(ctx, read.data.leadId, text)
  },
}

/** Puts a lead out of the inbox until the time that a member wrote; where no time is in it, asks for one. */
export async function snoozeUntil(ctx: MemberContext, leadId: string, words: string): Promise<void> {
  const { tools, voice } = ctx
  const { timeZone } = await tools.desk.ask(actorOf(ctx), 'readOwnHours', {})
  const typed = readWhen(tame(words), voice.language, { now: voice.now, timeZone })
  if (!typed) return askSnooze(ctx, leadId, 'again')
  await tools.desk.perform(actorOf(ctx), 'snoozeLead', { leadId, until: typed.at })
  const when = tellMoment(voice, typed.at, timeZone)
  await answerBelow(ctx, 'snoozed', `😴 ${voice.say('snooze-done', { when })}`, { leadId })
}
