import { badRequest } from '../api-error.ts'
import { findMessage, isBot } from '../find-in-world.ts'
import type { Method } from '../ground.ts'
import { isAdministrator, isGroup } from '../group.ts'
import { changeBotStanding, isInside } from '../group-members.ts'
import { presentMember } from '../present-member.ts'
import { presentChat, presentMessage } from '../present-message.ts'
import { absent } from '../standing.ts'
import { needOpenChat, needReadableChat } from './need-chat.ts'

/** getChat: what the bot may know of a chat. */
export const getChat: Method = (call) => {
  const chat = needReadableChat(call)
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
    ...(isGroup(chat)
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
  return presentMember(world, chat, userId)
}

/** getChatAdministrators: the creator, the people who are administrators, and this bot if it is one; no other bots. */
export const getChatAdministrators: Method = (call) => {
  const chat = needOpenChat(call)
  if (!isGroup(chat)) throw badRequest('there are no administrators in the private chat')
  const { bot, ground } = call
  const people = chat.members.filter((id) => isAdministrator(chat, id))
  const own = chat.bots[bot.id]?.status === 'administrator' ? [bot.id] : []
  return [...people, ...own].map((id) => presentMember(ground.world, chat, id))
}

export const getChatMemberCount: Method = (call) => {
  const chat = needOpenChat(call)
  const bots = Object.values(chat.bots).filter(({ status }) => isInside(status))
  return chat.members.length + bots.length
}

/** leaveChat: the bot goes, and hears of it. */
export const leaveChat: Method = (call) => {
  const chat = needOpenChat(call)
  if (!isGroup(chat)) throw badRequest("chat member status can't be changed in private chats")
  changeBotStanding(call.ground, chat, call.bot, call.bot.id, absent)
  return true
}
