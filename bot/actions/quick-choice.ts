import { DeskError } from '#core/errors.ts'
import { answerMember } from '../posts/answer-member.ts'
import { readQuickChoice } from '../quick-replies/choice-face.ts'
import { mayHave } from '../quick-replies/may-use.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { changePressed, findPressedPost } from './pressed-post.ts'

/** Offers the member's quick replies to answer a lead with. */
export const quickChoice = actionOn('quick', async (ctx, leadId) => {
  if (!mayHave(ctx)) throw new DeskError('forbidden', 'not-allowed')
  const pressed = await findPressedPost(ctx)
  const key = `quick:${leadId}:${burst(ctx.voice.now)}`
  const below = pressed?.key ? { replyToKey: pressed.key } : {}
  await answerMember(ctx, 'quick', await readQuickChoice(ctx, leadId, 0), { key, leadId, ...below })
  return undefined
})

/** Turns to another page of them. */
export const pageQuickChoice = actionOn('quick-page', async (ctx, leadId, [at = '']) => {
  if (!/^\d{1,4}$/.test(at)) throw new DeskError('not-found', 'button-outdated')
  const face = await readQuickChoice(ctx, leadId, Number(at))
  await changePressed(ctx, face, 'quick:', `quick:${leadId}:${ctx.update.update_id}`)
  return undefined
})
