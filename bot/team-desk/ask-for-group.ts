import { askerOf } from '#core/actor.ts'
import { authorize, canManageTeam } from '#core/policy.ts'
import { type MemberContext, viewerOf } from '../context.ts'
import { answerMember } from '../posts/answer-member.ts'

/**
 * Asks for the team's group, with a button by which Telegram lets the member choose one and makes the bot an
 * administrator there. The answer comes as a `chat_shared` message, which `chat-shared.ts` takes.
 *
 * @throws DeskError not-allowed
 */
export async function askForGroup(ctx: MemberContext): Promise<void> {
  authorize(canManageTeam(askerOf(viewerOf(ctx))))
  const { say } = ctx.voice
  await answerMember(ctx, 'desk-ask', { html: say('desk-ask'), chooseGroup: say('button-desk-choose') })
}
