import { api, attempt } from '../api.js'
import { el } from '../element.js'
import { chatPath } from '../staff/chat-path.js'
import { replyKeyboard } from '../staff/reply-keyboard.js'
import { words } from '../words.js'
import { startAsCustomer } from './start-link.js'

/** Between a customer's chat and their line: that the bot is blocked, the start button, the keyboard a bot asked for. */
export function underCustomerChat({ person, chat }) {
  const parts = []
  if (chat.blocked) {
    const unblock = () => attempt(api('PATCH', chatPath(person, chat), { blocked: false }))
    parts.push(
      el('p', { class: 'thread-note' }, words.telegram.blocked),
      el('button', { type: 'button', class: 'start-button', onclick: unblock }, words.staff.unblock),
    )
  } else if (chat.started === false) {
    const start = () => attempt(startAsCustomer(person, chat.bot))
    parts.push(el('button', { type: 'button', class: 'start-button', onclick: start }, words.staff.startBot))
  } else parts.push(...replyKeyboard({ person, chat }))
  return parts
}
