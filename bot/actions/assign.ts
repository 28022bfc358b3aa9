import { DeskError } from '#core/errors.ts'
import { longId } from '#core/new-id.ts'
import { canAssignLead } from '#core/policy.ts'
import { assignedFace, chooseAssigneeFace } from '../assignment/choose-assignee-face.ts'
import { actorOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findCard } from './change-card.ts'
import { changePressed, findPressedPost } from './pressed-post.ts'

/** Posts that ask to whom a lead goes are named so. */
const asking = 'assign:'

/** Asks to whom a lead goes; the answer is one tap. */
export const assign = actionOn('assign', async (ctx, leadId) => {
  const card = await findCard(ctx, leadId)
  if (!canAssignLead({ kind: 'member', ...ctx.member }, card.owner?.id ?? null)) {
    throw new DeskError('forbidden', 'not-allowed')
  }
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listAssignees', {})
  const pressed = await findPressedPost(ctx)
  await answerMember(ctx, 'assign', chooseAssigneeFace(ctx.voice, card, team), {
    key: `${asking}${leadId}:${burst(ctx.voice.now)}`,
    leadId,
    ...(pressed?.key ? { replyToKey: pressed.key } : {}),
  })
  return undefined
})

/** Gives a lead to the chosen member. */
export const assignTo = actionOn('assign-to', async (ctx, leadId, [whom = '']) => {
  const memberId = longId(whom)
  if (!memberId) throw new DeskError('not-found', 'button-outdated')
  const card = await findCard(ctx, leadId)
  const team = await ctx.tools.desk.ask(actorOf(ctx), 'listAssignees', {})
  await ctx.tools.desk.perform(actorOf(ctx), 'assignLead', { leadId, memberId })
  const face = assignedFace(ctx.voice, card, team.find(({ id }) => id === memberId)?.name ?? '')
  await changePressed(ctx, face, asking, `${asking}${leadId}:${ctx.update.update_id}`)
  return ctx.voice.say('toast-assigned')
})
