import { askerOf } from '#core/actor.ts'
import { authorize, canManageTeam } from '#core/policy.ts'
import { actorOf, type MemberContext, viewerOf } from '../context.ts'
import type { Face } from '../posts/post-content.ts'
import { checkGroup } from './check-group.ts'
import { checkButton, sayLack } from './desk-face.ts'

/**
 * Makes a group the team's desk, when it has all that it needs. The member is told of what is missing; that it works is
 * told to all who lead, by the notice of it.
 *
 * @returns what is missing and how to give it; undefined: nothing
 * @throws DeskError not-allowed, desk-of-another
 */
export async function takeGroup(ctx: MemberContext, chatId: number): Promise<Face | undefined> {
  authorize(canManageTeam(askerOf(viewerOf(ctx))))
  const checked = await checkGroup(ctx.api, chatId, ctx.me.id, ctx.person.telegramUserId)
  const { say } = ctx.voice
  if ('lack' in checked) {
    return {
      html: `⚠️ ${say('desk-not-yet')}\n\n${sayLack(say, checked.lack)}`,
      buttons: [[checkButton(say, String(chatId))]],
    }
  }
  await ctx.tools.desk.perform(actorOf(ctx), 'connectTeamDesk', {
    chatId: String(chatId),
    title: checked.title,
  })
  return undefined
}
