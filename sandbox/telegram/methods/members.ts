import { badRequest } from '../api-error.ts'
import type { Method, MethodCall } from '../ground.ts'
import { isAdministrator, isGroup } from '../group.ts'
import { addInviteLink, presentInviteLink } from '../group-links.ts'
import { removeMember } from '../group-members.ts'
import type { Person, StoredChat } from '../world.ts'
import { hasRight, needOpenChat } from './need-chat.ts'

function needGroupWith(call: MethodCall, right: string): StoredChat {
  const chat = needOpenChat(call)
  if (!isGroup(chat)) throw badRequest("chat member status can't be changed in private chats")
  // The words are the server's own: TDLib asks it where it cannot tell by itself.
  if (!hasRight(call, chat, right)) throw badRequest('CHAT_ADMIN_REQUIRED')
  return chat
}

function needUser(call: MethodCall): Person {
  const id = call.params.integer('user_id')
  if (id === undefined || id <= 0) throw badRequest('invalid user_id specified')
  const person = call.ground.world.people.get(id)
  if (!person) throw badRequest('PARTICIPANT_ID_INVALID')
  return person
}

/** banChatMember: throws somebody out and keeps them out; needs can_restrict_members. Administrators cannot be banned. */
export const banChatMember: Method = (call) => {
  const chat = needGroupWith(call, 'can_restrict_members')
  const person = needUser(call)
  if (isAdministrator(chat, person.id)) throw badRequest('user is an administrator of the chat')
  removeMember(call.ground, chat, person, call.bot.id, true)
  return true
}

/** unbanChatMember: they may come back; whoever is inside is thrown out, unless only_if_banned. */
export const unbanChatMember: Method = (call) => {
  const chat = needGroupWith(call, 'can_restrict_members')
  if (chat.type === 'group') throw badRequest('method is available for supergroup and channel chats only')
  const person = needUser(call)
  chat.banned = chat.banned?.filter((id) => id !== person.id) ?? []
  if (call.params.boolean('only_if_banned') || !chat.members.includes(person.id)) return true
  if (isAdministrator(chat, person.id)) throw badRequest('user is an administrator of the chat')
  removeMember(call.ground, chat, person, call.bot.id)
  return true
}

/** createChatInviteLink: a link of the bot's own into the group; needs can_invite_users. */
export const createChatInviteLink: Method = (call) => {
  const chat = needGroupWith(call, 'can_invite_users')
  const { params, bot } = call
  const name = params.string('name')
  const expiresAt = params.integer('expire_date')
  const memberLimit = params.integer('member_limit')
  const invite = addInviteLink(chat, bot.id, {
    ...(name ? { name } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    ...(memberLimit ? { memberLimit } : {}),
  })
  return presentInviteLink(invite, call.ground.world)
}

/** revokeChatInviteLink: one of the bot's own; nobody comes in by it any more. */
export const revokeChatInviteLink: Method = (call) => {
  const chat = needGroupWith(call, 'can_invite_users')
  const link = call.params.string('invite_link')
  const invite = chat.inviteLinks?.find((known) => known.link === link && known.creatorId === call.bot.id)
  if (!invite) throw badRequest('INVITE_HASH_EXPIRED')
  invite.revoked = true
  return presentInviteLink(invite, call.ground.world)
}
