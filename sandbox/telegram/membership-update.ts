import type { Ground } from './ground.ts'
import { presentChat } from './present-message.ts'
import { presentAnyone, presentBot } from './present-user.ts'
import { administratorRights } from './standing.ts'
import type { BotAccount, BotStanding, StoredChat } from './world.ts'

function presentStanding(bot: BotAccount, standing: BotStanding): Record<string, unknown> {
  const user = presentBot(bot)
  if (standing.status === 'kicked') return { user, status: 'kicked', until_date: 0 }
  if (standing.status !== 'administrator') return { user, status: standing.status }
  return {
    user,
    status: 'administrator',
    can_be_edited: false,
    is_anonymous: false,
    ...administratorRights(standing),
  }
}

/**
 * Tells a bot that its own standing in a chat changed (my_chat_member), in a lane of its own as the real
 * servers do.
 */
export function pushMembership(
  ground: Ground,
  bot: BotAccount,
  chat: StoredChat,
  byUserId: number,
  before: BotStanding,
  after: BotStanding,
): void {
  ground.updates.push(bot, {
    kind: 'my_chat_member',
    peer: String(chat.id),
    lane: `membership:${chat.key}`,
    value: {
      chat: presentChat(ground.world, chat),
      from: presentAnyone(ground.world, byUserId),
      date: Math.floor(Date.now() / 1000),
      old_chat_member: presentStanding(bot, before),
      new_chat_member: presentStanding(bot, after),
    },
  })
}
