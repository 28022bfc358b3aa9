import type { NextFunction } from 'grammy'
import { actorOf, isFromMember, type StaffContext } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'

/**
 * Blocking the bot makes a member unreachable in every organization, so that others are told of his leads; starting
 * it again, or showing himself in any other way, makes him reachable.
 */
export async function watchBlocking(ctx: StaffContext, next: NextFunction): Promise<void> {
  const { tools, person } = ctx
  // Who writes in the group may have blocked the bot all the same.
  if (ctx.place.group) return next()
  const change = ctx.myChatMember
  if (change?.new_chat_member.status === 'kicked') {
    const asked = { kind: 'person' as const, organizationId: '', person }
    const memberships = await tools.desk.ask(asked, 'findMemberships', {})
    for (const { organizationId } of memberships) {
      await tools.desk.perform(botActor(organizationId), 'markUnreachable', {
        telegramUserId: person.telegramUserId,
      })
    }
    return
  }
  if (isFromMember(ctx) && (change || ctx.member.unreachable)) {
    await tools.desk.perform(actorOf(ctx), 'meetMember', { reachable: true })
  }
  if (!change) await next()
}
