import { chatKey } from '../store.js'

/** The control API's address of one person's chat; chats that are not the staff's carry their own. */
export const chatPath = (person, chat) =>
  chat.path ?? `/staff/${person.id}/chats/${encodeURIComponent(chatKey(chat))}`
