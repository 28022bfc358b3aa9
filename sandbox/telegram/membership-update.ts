import type { Ground } from './ground.ts'
import { presentBotMember } from './present-member.ts'
import { presentChat } from './present-message.ts'
import { presentAnyone } from './present-user.ts'
import type { BotAccount, BotStanding, StoredChat } from './world.ts'

type Json = Record<string, unknown>

function memberUpdate(ground: Ground, chat: StoredChat, byId: number, before: Json, after: Json): Json {
  return {
    chat: presentChat(ground.world, chat),
    from: presentAnyone(ground.world, byId),
    date: Math.floor(Date.now() / 1000),
    old_chat_member: before,
    new_chat_member: after,
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
  byId: number,
  before: BotStanding,
  after: BotStanding,
): void {
  ground.updates.push(bot, {
    kind: 'my_chat_member',
    peer: String(chat.id),
    lane: `membership:${chat.key}`,
    value: memberUpdate(ground, chat, byId, presentBotMember(bot, before), presentBotMember(bot, after)),
  })
}

/**
 * Tells the bots that are administrators, and asked to hear of it, that somebody else's standing changed (chat_member).
 * `more`: the link they came by.
 */
export function pushMemberChange(
  ground: Ground,
  chat: StoredChat,
  byId: number,
  before: Json,
  after: Json,
  more: Json = {},
): void {
  for (const [botId, { status }] of Object.entries(chat.bots)) {
    const bot = ground.world.bots.get(Number(botId))
    if (!bot || status !== 'administrator') continue
    ground.updates.push(bot, {
      kind: 'chat_member',
      peer: String(chat.id),
      lane: `membership:${chat.key}`,
      value: { ...memberUpdate(ground, chat, byId, before, after), ...more },
    })
  }
}
