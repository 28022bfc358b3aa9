import { chosenTopic } from '../selection.js'
import { chatKey, on, store } from '../store.js'
import { ownerChats } from '../telegram/customers.js'

const seen = new Map()
const topicOf = (message) => message.topicId ?? 1
const nameOf = (person, chat, topic) => `${person.id} ${chatKey(chat)} ${topic}`

// What was there when the page came is old news; only what arrives afterwards counts as unread.
on('staff', (detail) => {
  if (!detail?.whole) return
  for (const person of store.staff) for (const chat of person.chats) note(person, chat, chat.messages)
})

on('customers', (detail) => {
  if (!detail?.whole) return
  for (const person of store.customers) for (const chat of person.chats) note(person, chat, chat.messages)
  for (const account of store.business)
    for (const chat of ownerChats(account)) note({ id: account.ownerId }, chat, chat.messages)
})

/** This person has looked at this chat, or at the topic of it that is on the screen. */
export function noteSeen(person, chat) {
  if (!chat) return
  const topic = chosenTopic(chat)
  note(
    person,
    chat,
    chat.topics ? chat.messages.filter((message) => topicOf(message) === topic) : chat.messages,
  )
}

/** How many messages of others came to this chat (or one topic of it) since the person last looked. */
export function unreadIn(person, chat, topic) {
  return chat.messages.filter((message) => {
    if (message.deleted || message.from?.id === person.id) return false
    if (topic !== undefined && topicOf(message) !== topic) return false
    return message.id > (seen.get(nameOf(person, chat, topicOf(message))) ?? 0)
  }).length
}

export const unreadOf = (person) => person.chats.reduce((sum, chat) => sum + unreadIn(person, chat), 0)

function note(person, chat, messages) {
  for (const message of messages) {
    const name = nameOf(person, chat, topicOf(message))
    seen.set(name, Math.max(seen.get(name) ?? 0, message.id))
  }
}
