import type { NextFunction } from 'grammy'
import type { StaffContext } from '../context.ts'
import { botActor } from '../posts/show-posts.ts'
import { lackOf } from './check-group.ts'

/**
 * What becomes of the team's group, whoever did it: the bot was removed or lost or got a right, or the group goes on under
 * another number.
 */
export async function watchGroup(ctx: StaffContext, next: NextFunction): Promise<void> {
  const { place, tools, myChatMember: change } = ctx
  if (!place.group) return next()
  const system = botActor(place.group.organizationId)
  const { chat: chatId } = place
  const moved = ctx.message?.migrate_to_chat_id
  if (moved !== undefined) {
    await tools.desk.perform(system, 'moveTeamDesk', { chatId, newChatId: String(moved) })
  } else if (change) {
    const reason = lackOf(change.new_chat_member)
    if (reason) await tools.desk.perform(system, 'breakTeamDesk', { chatId, reason })
    else await tools.desk.perform(system, 'mendTeamDesk', { chatId })
  } else await next()
}
