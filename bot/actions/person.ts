import { canMergeContacts } from '#core/policy.ts'
import { actorOf } from '../context.ts'
import { personFace } from '../people/person-face.ts'
import { answerMember } from '../posts/answer-member.ts'
import { actionOn } from './action.ts'
import { burst } from './burst.ts'
import { findPressedPost } from './pressed-post.ts'

/** Shows who is behind a lead. */
export const person = actionOn('person', async (ctx, leadId) => {
  const { desk } = ctx.tools
  const contact = await desk.ask(actorOf(ctx), 'readContact', { leadId })
  const team = await desk.ask(actorOf(ctx), 'listMembers', {})
  const own = team.find(({ id }) => id === ctx.member.memberId)
  const pressed = await findPressedPost(ctx)
  const mayWork = canMergeContacts({ kind: 'member', ...ctx.member })
  await answerMember(ctx, 'person', personFace(ctx.voice, contact, own?.timeZone ?? 'UTC', mayWork), {
    key: `person:${leadId}:${burst(ctx.voice.now)}`,
    leadId,
    ...(pressed?.key ? { replyToKey: pressed.key } : {}),
  })
  return undefined
})
