import { isCreator, standingOf } from './group.ts'
import { presentAnyone, presentBot, presentUser } from './present-user.ts'
import { administratorRights } from './standing.ts'
import type { BotAccount, BotStanding, Person, StoredChat, World } from './world.ts'

type Json = Record<string, unknown>

function presentAdministrator(user: Json, rights: Record<string, boolean>, isAnonymous: boolean): Json {
  return {
    user,
    status: 'administrator',
    can_be_edited: false,
    is_anonymous: isAnonymous,
    ...administratorRights(rights),
  }
}

/** A bot's standing in a chat as a ChatMember of the Bot API. */
export function presentBotMember(bot: BotAccount, standing: BotStanding): Json {
  const user = presentBot(bot)
  if (standing.status === 'kicked') return { user, status: 'kicked', until_date: 0 }
  if (standing.status !== 'administrator') return { user, status: standing.status }
  return presentAdministrator(user, standing.rights, false)
}

/** A person's standing in a chat as a ChatMember of the Bot API. */
export function presentPersonMember(chat: StoredChat, person: Person): Json {
  const user = presentUser(person)
  if (chat.banned?.includes(person.id)) return { user, status: 'kicked', until_date: 0 }
  if (!chat.members.includes(person.id)) return { user, status: 'left' }
  const standing = standingOf(chat, person.id)
  const isAnonymous = standing?.isAnonymous === true
  if (isCreator(chat, person.id)) return { user, status: 'creator', is_anonymous: isAnonymous }
  return standing ? presentAdministrator(user, standing.rights, isAnonymous) : { user, status: 'member' }
}

/** Anybody's standing in a chat by id: `left` for those who are not there. */
export function presentMember(world: World, chat: StoredChat, id: number): Json {
  const bot = world.bots.get(id)
  if (bot) return presentBotMember(bot, chat.bots[id] ?? { status: 'left', rights: {} })
  const person = world.people.get(id)
  return person ? presentPersonMember(chat, person) : { user: presentAnyone(world, id), status: 'left' }
}
