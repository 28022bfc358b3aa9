import { ApiError, badRequest, forbidden } from '../api-error.ts'
import { chatForBot } from '../find-in-world.ts'
import type { MethodCall } from '../ground.ts'
import { isGroup } from '../group.ts'
import type { BotAccount, BotStanding, StoredChat, World } from '../world.ts'

// A bot knows of people who wrote to it, and of those it shares a group with. Everybody else does not exist for it.
function knows(world: World, bot: BotAccount, chat: StoredChat): boolean {
  if (chat.type !== 'private' || chat.started) return true
  return [...world.chats.values()].some(
    (other) => isGroup(other) && other.bots[bot.id] && other.members.includes(chat.id),
  )
}

/** The chat a call names. Throws 400 when it is missing or nothing the bot could know. */
export function needChat({ ground, bot, params }: MethodCall, name = 'chat_id'): StoredChat {
  const given = params.string(name)
  if (given === undefined || given === '') throw badRequest(`${name} is empty`)
  const chat = /^-?\d+$/.test(given) ? chatForBot(ground.world, bot, Number(given)) : undefined
  if (!chat?.bots[bot.id] || !knows(ground.world, bot, chat)) throw badRequest('chat not found')
  return chat
}

// A group that is not the bot's, or no more, is closed to it altogether; one that was upgraded can still be read.
function refuseOutsider(chat: StoredChat, bot: BotAccount): void {
  const status = chat.bots[bot.id]?.status
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`)
  if (status === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`)
}

/** The chat a call names, to look at: also one with somebody who blocked the bot. Throws 403 outside a supergroup. */
export function needReadableChat(call: MethodCall): StoredChat {
  const chat = needChat(call)
  if (chat.type === 'supergroup') refuseOutsider(chat, call.bot)
  return chat
}

/**
 * The chat a call names, and the bot may do something there. Throws 403 when it was shut out or never let
 * in, and 400 with migrate_to_chat_id when a supergroup took the group's place.
 */
export function needOpenChat(call: MethodCall, name = 'chat_id'): StoredChat {
  const chat = needChat(call, name)
  if (chat.type === 'private') {
    if (call.ground.world.people.get(chat.id)?.isDeactivated) throw forbidden('user is deactivated')
    if (chat.blocked) throw forbidden('bot was blocked by the user')
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user")
  }
  if (chat.migratedTo !== undefined) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  }
  refuseOutsider(chat, call.bot)
  return chat
}

/**
 * Whether the bot holds an administrator's right in this chat; in private chats there is nothing to forbid.
 */
export function hasRight({ bot }: MethodCall, chat: StoredChat, right: string): boolean {
  if (chat.type === 'private') return true
  const standing: BotStanding | undefined = chat.bots[bot.id]
  return standing?.status === 'administrator' && standing.rights[right] === true
}
