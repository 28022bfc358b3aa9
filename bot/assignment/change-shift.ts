import { shifts } from '#core/presence/shift.ts'
import { changePressed } from '../actions/pressed-post.ts'
import { actorOf, type MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { shiftFace } from './shift-face.ts'

/** Changes the member's shift to what a word says, and shows how it is then. @returns whether the word is one */
export async function changeShift(ctx: MemberContext, word: string): Promise<boolean> {
  const shift = shifts.find((one) => one === word)
  if (!shift && word !== 'hours') return false
  await ctx.tools.desk.perform(actorOf(ctx), 'setShift', { shift: shift ?? null })
  await showShift(ctx)
  return true
}

/** Shows the member's shift, as a new message or in place of the pressed one. */
export async function showShift(ctx: MemberContext): Promise<void> {
  const face = shiftFace(ctx.voice, await ctx.tools.desk.ask(actorOf(ctx), 'readOwnShift', {}))
  const key = `shift:${ctx.update.update_id}`
  if (ctx.callbackQuery) await changePressed(ctx, face, 'shift:', key)
  else await answerMember(ctx, 'shift', face, { key })
}
