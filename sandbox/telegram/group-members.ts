import { announce, announcePerson } from './announce.ts'
import type { Ground } from './ground.ts'
import { presentInviteLink } from './group-links.ts'
import { pushMemberChange, pushMembership } from './membership-update.ts'
import { postMessage } from './post-message.ts'
import { presentPersonMember } from './present-member.ts'
import { presentBot, presentUser } from './present-user.ts'
import { absent } from './standing.ts'
import type { BotAccount, BotStanding, InviteLink, Person, PersonStanding, StoredChat } from './world.ts'

export const isInside = (status: BotStanding['status']): boolean =>
  status === 'member' || status === 'administrator'

/**
 * Somebody (`byId`, perhaps the bot itself) lets a bot in, changes what it may do, or shuts it out. The bot gets
 * my_chat_member, once per change; the others see it come and go.
 */
export function changeBotStanding(
  ground: Ground,
  chat: StoredChat,
  bot: BotAccount,
  byId: number,
  after: BotStanding,
): void {
  const before = chat.bots[bot.id] ?? absent
  chat.bots[bot.id] = after
  pushMembership(ground, bot, chat, byId, before, after)
  const [was, is] = [isInside(before.status), isInside(after.status)]
  if (!was && is)
    postMessage(ground, chat, {
      fromId: byId,
      service: { field: 'new_chat_members', value: [presentBot(bot)] },
    })
  else if (was && !is)
    postMessage(ground, chat, {
      fromId: byId,
      service: { field: 'left_chat_member', value: presentBot(bot) },
    })
  else announce(ground, chat)
}

/** A person comes into a group: added by somebody, or by themselves where both are the same, perhaps by a link. */
export function addMember(
  ground: Ground,
  chat: StoredChat,
  person: Person,
  byId: number,
  invite?: InviteLink,
): void {
  if (chat.members.includes(person.id)) return
  const before = presentPersonMember(chat, person)
  chat.banned = chat.banned?.filter((id) => id !== person.id) ?? []
  chat.members.push(person.id)
  const by = invite ? { invite_link: presentInviteLink(invite, ground.world) } : {}
  pushMemberChange(ground, chat, byId, before, presentPersonMember(chat, person), by)
  postMessage(ground, chat, {
    fromId: byId,
    service: { field: 'new_chat_members', value: [presentUser(person)] },
  })
}

/** A person leaves a group, or is thrown out of it by somebody else; `banned` keeps them out. */
export function removeMember(
  ground: Ground,
  chat: StoredChat,
  person: Person,
  byId: number,
  banned = false,
): void {
  const before = presentPersonMember(chat, person)
  const wasInside = chat.members.includes(person.id)
  // Whoever goes sees it too, so the others are told while all are still there.
  if (wasInside)
    postMessage(ground, chat, {
      fromId: byId,
      service: { field: 'left_chat_member', value: presentUser(person) },
    })
  chat.members = chat.members.filter((id) => id !== person.id)
  delete chat.administrators?.[person.id]
  if (banned) chat.banned = [...(chat.banned ?? []).filter((id) => id !== person.id), person.id]
  pushMemberChange(ground, chat, byId, before, presentPersonMember(chat, person))
  announce(ground, chat)
  announcePerson(ground, person)
}

/** A person becomes an administrator with these rights, or with `undefined` a plain member again. */
export function changeAdministrator(
  ground: Ground,
  chat: StoredChat,
  person: Person,
  byId: number,
  standing: PersonStanding | undefined,
): void {
  const before = presentPersonMember(chat, person)
  chat.administrators ??= {}
  if (standing) chat.administrators[person.id] = standing
  else delete chat.administrators[person.id]
  pushMemberChange(ground, chat, byId, before, presentPersonMember(chat, person))
  announce(ground, chat)
}
