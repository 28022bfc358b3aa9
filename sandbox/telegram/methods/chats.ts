import { badRequest } from '../api-error.ts'
import { findMessage, isBot } from '../find-in-world.ts'
import type { Method, MethodCall } from '../ground.ts'
import { presentChat, presentMessage } from '../present-message.ts'
import { presentAnyone } from '../present-user.ts'
import { administratorRights } from '../standing.ts'
import type { StoredChat } from '../world.ts'
import { needChat, needOpenChat } from './need-chat.ts'

/** A ChatMember of the Bot API. */
function presentMember(
  { ground: { world } }: MethodCall,
  chat: StoredChat,
  userId: number,
): Record<string, unknown> {
  const user = presentAnyone(world, userId)
  const standing = chat.bots[userId]
  if (standing) {
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
  if (!chat.members.includes(userId)) return { user, status: 'left' }
  if (chat.type === 'supergroup' && chat.members[0] === userId)
    return { user, status: 'creator', is_anonymous: false }
  return { user, status: 'member' }
}

/** getChat: what the bot may know of a chat. */
export const getChat: Method = (call) => {
  const chat = needChat(call)
  const { world, files } = call.ground
  const last = chat.pinned.at(-1)
  const pinned = last === undefined ? undefined : findMessage(chat, last)
  return {
    ...presentChat(world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
    ...(chat.type === 'supergroup'
      ? { permissions: { can_send_messages: true, can_manage_topics: false }, join_to_send_messages: true }
      : {}),
    ...(pinned
      ? { pinned_message: presentMessage({ world, files, bot: call.bot }, chat, pinned, false) }
      : {}),
  }
}

/** getChatMember: `left` for somebody who is known and not there. */
export const getChatMember: Method = (call) => {
  const chat = needOpenChat(call)
  const userId = call.params.integer('user_id')
  const { world } = call.ground
  if (userId === undefined || userId <= 0) throw badRequest('invalid user_id specified')
  if (!world.people.has(userId) && !isBot(world, userId)) throw badRequest('PARTICIPANT_ID_INVALID')
  return presentMember(call, chat, userId)
}

/** getChatAdministrators: the creator, and the bots that are administrators. */
export const getChatAdministrators: Method = (call) => {
  const chat = needOpenChat(call)
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  const bots = Object.keys(chat.bots).filter((id) => chat.bots[id]?.status === 'administrator')
  return [...chat.members.slice(0, 1), ...bots.map(Number)].map((id) => presentMember(call, chat, id))
}

export const getChatMemberCount: Method = (call) => {
  const chat = needOpenChat(call)
  return chat.members.length + Object.keys(chat.bots).length
}

/** leaveChat: the bot goes, and hears of it. */
export const leaveChat: Method = (call) => {
  const chat = needOpenChat(call)
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats")
  const standing = chat.bots[call.bot.id]
  if (standing) chat.bots[call.bot.id] = { ...standing, status: 'left' }
  return true
}
