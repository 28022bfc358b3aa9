import type { Ground } from './ground.ts'
import { nameOf } from './present-user.ts'
import { chatsOf, showChat, showMessage } from './show-staff.ts'
import type { Person, StoredChat } from './world.ts'

type Json = Record<string, unknown>

const shownMessages = 500

/** A chat on a customer's phone, without its messages. `key` is what the control API takes as `to`. */
export function showCustomerChat(ground: Ground, chat: StoredChat, person: Person): Json {
  const shown = showChat(ground, chat, person)
  if (chat.ownerId === undefined) return { ...shown, key: `bot:${shown.bot}` }
  return {
    ...shown,
    key: `owner:${chat.ownerId}`,
    ownerId: chat.ownerId,
    title: nameOf(ground.world.people.get(chat.ownerId)),
    ...(chat.readUpTo === undefined ? {} : { readUpTo: chat.readUpTo }),
  }
}

/** A customer of the control API; each chat, with bots and with business accounts, with its last 500 messages. */
export function showCustomer(ground: Ground, person: Person): Json {
  const own = [...ground.world.chats.values()].filter(
    (chat) => chat.ownerId !== undefined && chat.id === person.id,
  )
  return {
    id: person.id,
    name: nameOf(person),
    firstName: person.firstName,
    ...(person.lastName ? { lastName: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
    languageCode: person.languageCode,
    colour: person.colour,
    chats: [...chatsOf(ground, person), ...own].map((chat) => ({
      ...showCustomerChat(ground, chat, person),
      messages: chat.messages.slice(-shownMessages).map((message) => showMessage(ground, message)),
    })),
  }
}

/** A business account of the control API, connected or not; its chats are those of the customers. */
function showAccount({ world }: Ground, owner: Person): Json {
  const connection = world.connections.get(owner.id)
  return {
    ownerId: owner.id,
    name: nameOf(owner),
    colour: owner.colour,
    enabled: connection?.enabled === true,
    ...(connection
      ? {
          connectionId: connection.id,
          bot: world.bots.get(connection.botId)?.username ?? '',
          rights: connection.rights,
        }
      : {}),
  }
}

/** All business accounts. */
export function showBusiness(ground: Ground): Json[] {
  return [...ground.world.people.values()]
    .filter((person) => person.isBusiness)
    .map((person) => showAccount(ground, person))
}
