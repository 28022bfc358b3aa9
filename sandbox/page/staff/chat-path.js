import { chatKey } from '../store.js'

/** The control API's address of one person's chat. */
export const chatPath = (person, chat) => `/staff/${person.id}/chats/${encodeURIComponent(chatKey(chat))}`
