import { DeskError } from '#core/errors.ts'
import type { MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { findAnswered } from './find-answered.ts'
import { takeNote } from './take-note.ts'

const mark = /^(?:\/\/|\/note(?:@\w+)?(?=\s|$))\s*/i

/** Whether a text is meant for the team: `// …` or `/note …`. */
export const isForTeam = (text: string | undefined): boolean => mark.test(text ?? '')

/**
 * Whether a text is for the team and no command: `// …`, or in a lead's topic an answer below a colleague's note, which
 * is for the team like that one.
 */
export const isNote = (ctx: MemberContext): boolean => {
  const text = ctx.message?.text ?? ''
  return text.startsWith('//') || (!text.startsWith('/') && isBelowNote(ctx))
}

/** Whether a message answers a colleague's note in a lead's topic. */
export const isBelowNote = ({ place, message }: MemberContext): boolean =>
  place.leadId !== undefined && isForTeam(message?.reply_to_message?.text)

/** `// …` below something of a lead: a note, never an answer. Without a lead it is nothing. */
export async function noteBelow(ctx: MemberContext): Promise<void> {
  const { message } = ctx
  const body = (message?.text ?? '').replace(mark, '')
  const answered = await findAnswered(ctx, message?.reply_to_message?.message_id)
  if (!answered) return answerBelow(ctx, 'hint-note', ctx.voice.say('hint-note'))
  if (body.trim() === '') throw new DeskError('invalid', 'text-empty')
  await takeNote(ctx, answered.leadId, body)
}
