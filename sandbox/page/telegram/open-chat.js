import { choose } from '../selection.js'
import { chatKey } from '../store.js'

const open = new Map()

/** The chat that was opened on this person's phone, or the first one. */
export const openChatOf = (person, chats) =>
  chats.find((chat) => chatKey(chat) === open.get(person.id)) ?? chats[0]

export function openChat(person, key) {
  open.set(person.id, key)
  choose({})
}
