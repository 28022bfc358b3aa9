import { store } from '../store.js'

/** What the strip of phones calls a Telegram customer, and the own phone of a business account's owner. */
export const customerKey = ({ id }) => `telegram:${id}`
export const ownerKey = ({ ownerId }) => `owner:${ownerId}`

export const customerOf = (phoneId) => store.customers.find((person) => customerKey(person) === phoneId)
export const accountOf = (phoneId) => store.business.find((account) => ownerKey(account) === phoneId)

/** A customer's chats: with the bots, and with every business account, written to or not. */
export function customerChats(customer) {
  const strangers = store.business
    .filter((account) => !customer.chats.some((chat) => chat.ownerId === account.ownerId))
    .map((account) => ({
      ...unwritten,
      key: ownerKey(account),
      ownerId: account.ownerId,
      title: account.name,
    }))
  return [...customer.chats, ...strangers].map((chat) => ({
    ...chat,
    path: `/telegram/customers/${customer.id}/chats/${encodeURIComponent(chat.key)}`,
  }))
}

/** The chats in which customers wrote to an account, as its owner sees them: they may delete what either wrote. */
export function ownerChats(account) {
  return store.customers.flatMap((customer) =>
    customer.chats
      .filter((chat) => chat.ownerId === account.ownerId)
      .map((chat) => ({
        ...chat,
        key: `customer:${customer.id}`,
        title: customer.name,
        mayDeleteAll: true,
        path: `/telegram/business/${account.ownerId}/chats/${customer.id}`,
      })),
  )
}

const unwritten = { type: 'private', bot: '', commands: [], blocked: false, started: true, messages: [] }
