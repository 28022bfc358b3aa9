import type { NextFunction } from 'grammy'
import type { MemberContext } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'
import { groupRequest } from '../posts/group-keyboard.ts'
import { groupName } from './desk-face.ts'
import { takeGroup } from './take-group.ts'

/** A member chose the team's group. */
export async function chatShared(ctx: MemberContext, next: NextFunction): Promise<void> {
  const shared = ctx.message?.chat_shared
  if (shared?.request_id !== groupRequest) return next()
  const { say } = ctx.voice
  const lack = await takeGroup(ctx, shared.chat_id)
  await answerMember(
    ctx,
    'desk-checked',
    lack ?? { html: `✅ ${say('desk-chosen', { name: groupName(shared.title ?? '') })}` },
  )
}
