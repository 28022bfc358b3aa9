import type { NextFunction } from 'grammy'
import type { Message } from 'grammy/types'
import { DeskError } from '#core/errors.ts'
import { readCallbackData } from '../../callback-data.ts'
import { deleteSecret } from '../../connect/delete-secret.ts'
import { looksLikeToken } from '../../connect/looks-like-token.ts'
import { markSecret } from '../../connect/secret-updates.ts'
import type { MemberContext } from '../../context.ts'
import { isForTeam } from '../../messages/note-below.ts'
import { settlePress } from '../../middleware/settle-press.ts'
import { answerBelow } from '../../posts/answer-member.ts'
import { findUnder } from '../../posts/find-under.ts'
import { findWizard } from '../find-wizard.ts'
import { answerWizard, endWizard } from './answer-wizard.ts'
import { beginWizard } from './begin-wizard.ts'
import { hasDone, type Kept, readKept } from './change-wizard.ts'
import { cancelChoice, wizardVerb } from './create-telling.ts'
import { standingOf, standingVerb } from './standing.ts'
import { wizardData } from './wizard-data.ts'

/**
 * Gives members' answers to the wizards that they are in: presses on their questions, and messages that are below one of
 * those, or below nothing. What is written below anything else is for that, also in the middle of a wizard. A command
 * ends the wizard, says so, and goes on to what it is for. A token that was not asked for is no answer.
 */
export async function hearWizards(ctx: MemberContext, next: NextFunction): Promise<void> {
  if (ctx.chat?.type !== 'private') return next()
  if (ctx.callbackQuery) return hearPress(ctx, next)
  const { message } = ctx
  if (!message || !isSaid(message) || isForTeam(message.text)) return next()
  if (message.text?.startsWith('/')) return hearCommand(ctx, message.text, next)
  const place = await placeOf(ctx)
  if (place === 'elsewhere') return next()
  const kept = await readKept(ctx)
  // Whether it was a secret, nothing remembers: whoever has heard it once needs no copy of it.
  if (hasDone(ctx, kept, 'answer')) return markSecret(ctx.update)
  if (goesBy(standingOf(kept.running), message)) return next()
  // First of all, whatever becomes of it: the wizard may be of another version, or its member's no more.
  if (isAskedForSecret(kept.running) && message.text !== undefined) await deleteSecret(ctx)
  else if (looksLikeToken(message.text ?? '')) return next()
  if (kept.running) return answerWizard(ctx)
  if (place === 'nowhere') return next()
  await answerBelow(ctx, 'wizard-ended', ctx.voice.say('error-wizard-ended'))
}

/** Kinds of messages that people send as an answer; others are of what they do in the app, such as sharing a chat. */
const saidKinds = [
  'text',
  'contact',
  'document',
  'photo',
  'video',
  'video_note',
  'animation',
  'audio',
  'voice',
  'sticker',
  'location',
] as const

/** What is sent through inline results is not typed, and is for what those are for. */
const isSaid = (message: Message): boolean => !message.via_bot && saidKinds.some((kind) => kind in message)

/** What a message is below: a question of a wizard's, something else, or nothing. */
async function placeOf(ctx: MemberContext): Promise<'wizard' | 'elsewhere' | 'nowhere'> {
  const { leadId, thread } = ctx.place
  const answered = ctx.message?.reply_to_message
  // What is written in a lead's topic is for that lead. The message that opens a topic is answered by all that answers nothing.
  if (!answered || answered.message_id === thread) return leadId === undefined ? 'nowhere' : 'elsewhere'
  if (answered.from?.id !== ctx.me.id) return 'elsewhere'
  const post = await findUnder(ctx, answered.message_id, String(ctx.person.telegramUserId))
  return post?.content.purpose === 'wizard' ? 'wizard' : 'elsewhere'
}

async function hearCommand(ctx: MemberContext, text: string, next: NextFunction): Promise<void> {
  const kept = await readKept(ctx)
  const cancels = /^\/cancel(?:@\w+)?\s*$/.test(text)
  // Heard again: what it ended is ended, and what it began since is not what it is to end.
  const again = hasDone(ctx, kept, 'end') || hasDone(ctx, kept, 'begin')
  if (again) return cancels ? undefined : next()
  if (!kept.running) return next()
  await endWizard(ctx, cancels ? 'cancelled' : 'left')
  if (!cancels) await next()
}

/** Whether a message is for something else than the wizard, which waits for a press elsewhere. */
function goesBy(standing: ReturnType<typeof standingOf>, message: Message): boolean {
  if (!standing) return false
  const { takes } = standing
  return !(
    (message.text !== undefined && takes.includes('text')) ||
    (message.document !== undefined && takes.includes('file'))
  )
}

/** A press on what stands apart from its wizard: where that is elsewhere by now, it begins on it again. */
async function hearStanding(ctx: MemberContext, [name = '', of = '']: string[]): Promise<void> {
  const stands = (running: Kept['running']) =>
    running?.name === name && running.version === findWizard(name)?.version && standingOf(running)?.of === of
  const kept = await readKept(ctx)
  const again = hasDone(ctx, kept, 'begin') || hasDone(ctx, kept, 'answer')
  if (!again && !stands(kept.running)) await beginWizard(ctx, name, { of })
  await settlePress(ctx, ctx.tools.log, {})
  await answerWizard(ctx, stands)
}

async function hearPress(ctx: MemberContext, next: NextFunction): Promise<void> {
  const pressed = readCallbackData(ctx.callbackQuery?.data ?? '')
  if (pressed?.verb === standingVerb) return hearStanding(ctx, pressed.parts)
  if (pressed?.verb !== wizardVerb) return next()
  const [place = '', choice] = pressed.parts
  const kept = await readKept(ctx)
  const again = hasDone(ctx, kept, 'answer') || hasDone(ctx, kept, 'end')
  if (!again && !isOpen(kept.running, place)) {
    if (kept.running) throw new DeskError('not-found', 'wizard-step-past')
    throw new DeskError('not-found', 'wizard-ended')
  }
  // At once: what the press asks for may take longer than a button is patient.
  await settlePress(ctx, ctx.tools.log, {})
  if (again) return
  if (choice === cancelChoice) await endWizard(ctx, 'cancelled')
  else await answerWizard(ctx, (running) => isOpen(running, place))
}

function isAskedForSecret(running: Kept['running']): boolean {
  const data = wizardData.safeParse(running?.state)
  return data.success && data.data.question?.secret === true
}

/** Whether a button belongs to the question that waits. Where that cannot be read, the wizard will begin anew. */
function isOpen(running: Kept['running'], place: string): boolean {
  if (!running) return false
  const data = wizardData.safeParse(running.state)
  if (!data.success) return true
  return place === `${data.data.run}-${data.data.question?.number}`
}
