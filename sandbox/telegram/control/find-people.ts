import { BadRequest } from '../../read-body.ts'
import { businessChat, findMessage, privateChat } from '../find-in-world.ts'
import type { Ground } from '../ground.ts'
import type { BotAccount, Person, StoredChat, StoredMessage } from '../world.ts'

export function needPerson({ world }: Ground, id: string | undefined): Person {
  const person = world.people.get(Number(id))
  if (!person) throw new BadRequest(`There is no staff member ${id}.`, 404)
  return person
}

export function needCustomer({ world }: Ground, id: string | undefined): Person {
  const person = world.people.get(Number(id))
  if (!person?.isCustomer) throw new BadRequest(`There is no Telegram customer ${id}.`, 404)
  return person
}

export function needBot({ world }: Ground, username: string): BotAccount {
  const bot = [...world.bots.values()].find((known) => known.username === username)
  if (!bot)
    throw new BadRequest(`There is no bot named ${username}; register it with PUT /telegram/bots.`, 404)
  return bot
}

/**
 * A person's chat by `bot:<username>`, a group's id, or the number of a private chat (which is the person's
 * own id and says
 * nothing of the bot, so it works only while there is one).
 */
export function needChatOf(ground: Ground, person: Person, chatId: string): StoredChat {
  if (chatId.startsWith('bot:')) return privateChat(ground.world, needBot(ground, chatId.slice(4)), person)
  if (Number(chatId) === person.id) {
    const [bot, ...others] = ground.world.bots.values()
    if (!bot) throw new BadRequest('No bot is registered yet.', 404)
    if (others.length > 0) throw new BadRequest('There are several bots: name one with bot:<username>.')
    return privateChat(ground.world, bot, person)
  }
  const group = ground.world.chats.get(`group:${chatId}`)
  if (group?.migratedTo !== undefined)
    throw new BadRequest(`The group ${chatId} became the supergroup ${group.migratedTo}.`, 409)
  if (!group?.members.includes(person.id))
    throw new BadRequest(`${person.firstName} has no chat ${chatId}.`, 404)
  return group
}

/**
 * A customer's chat by `bot:<username>`, or by `owner:<id>` with an account; nothing named: with the bot that is there
 * for customers, while there is one.
 */
export function needCustomerChat(ground: Ground, person: Person, to: unknown): StoredChat {
  const { world } = ground
  if (to === undefined) {
    const [bot, ...others] = [...world.bots.values()].filter((known) => known.forCustomers)
    if (!bot) throw new BadRequest('No bot is registered for customers yet.', 404)
    if (others.length > 0) throw new BadRequest('There are several bots: name one in "to" as bot:<username>.')
    return privateChat(world, bot, person)
  }
  const [kind, name = ''] = String(to).split(':', 2)
  if (kind === 'bot') return privateChat(world, needBot(ground, name), person)
  if (kind !== 'owner') throw new BadRequest('"to" must be bot:<username> or owner:<id>.')
  const owner = needPerson(ground, name)
  if (owner.id === person.id) throw new BadRequest('Nobody writes to themselves here.')
  return businessChat(world, owner, person)
}

export function needMessage(chat: StoredChat, id: unknown): StoredMessage {
  const message = findMessage(chat, Number(id))
  if (!message) throw new BadRequest(`There is no message ${String(id)} in this chat.`, 404)
  return message
}

export function needText(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '')
    throw new BadRequest(`"${name}" must be a text that is not empty.`)
  return value
}
