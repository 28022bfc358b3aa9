import { api, attempt } from '../api.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { chatPath } from '../staff/chat-path.js'
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
  } else parts.push(...keyboardOf(person, chat))
  return parts
}

// The newest keyboard stays until the bot takes it away or, asked to be shown once, until an answer came.
function keyboardOf(person, chat) {
  const from = chat.messages.findLast(({ keyboard, deleted }) => keyboard && !deleted)
  const { keyboard: rows, one_time_keyboard: once } = from?.keyboard ?? {}
  const answered = chat.messages.some(({ id, from: { id: who } }) => id > from?.id && who === person.id)
  if (!rows || (once && answered)) return []
  const send = (message) => attempt(api('POST', `${chatPath(person, chat)}/messages`, message))
  const press = ({ text, request_contact: contact, request_location: place }) => {
    if (contact)
      return send({ ...words.telegram.sample.ownContact, name: person.firstName, replyTo: from.id })
    if (place) return send({ kind: 'location', ...words.telegram.sample.place, replyTo: from.id })
    return send({ text })
  }
  const key = (button) =>
    el(
      'button',
      { type: 'button', class: 'key', onclick: () => press(button) },
      button.request_contact && icon('phone'),
      button.request_location && icon('location'),
      said(button.text),
    )
  return [
    el('div', { class: 'keyboard' }, ...rows.map((row) => el('div', { class: 'key-row' }, ...row.map(key)))),
  ]
}
