import { api, attempt } from '../api.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'
import { askGroup } from './share-group.js'

/**
 * The keyboard a bot put in the place of the person's own: the newest one stays until the bot takes it away or, asked to
 * be shown once, until an answer came. Gives no nodes where there is none.
 */
export function replyKeyboard({ person, chat }) {
  const from = chat.messages.findLast(({ keyboard, deleted }) => keyboard && !deleted)
  const { keyboard: rows, one_time_keyboard: once } = from?.keyboard ?? {}
  const answered = chat.messages.some(({ id, from: { id: who } }) => id > from?.id && who === person.id)
  if (!rows || (once && answered)) return []
  const key = (button) =>
    el(
      'button',
      { type: 'button', class: 'key', onclick: () => press(button, from, { person, chat }) },
      button.request_contact && icon('phone'),
      button.request_location && icon('location'),
      button.request_chat && icon('group'),
      said(button.text),
    )
  return [
    el('div', { class: 'keyboard' }, ...rows.map((row) => el('div', { class: 'key-row' }, ...row.map(key)))),
  ]
}

function press(button, message, { person, chat }) {
  const send = (content) => attempt(api('POST', `${chatPath(person, chat)}/messages`, content))
  if (button.request_chat) return askGroup(button, message, { person, chat })
  if (button.request_contact)
    return send({ ...words.telegram.sample.ownContact, name: person.firstName, replyTo: message.id })
  if (button.request_location)
    return send({ kind: 'location', ...words.telegram.sample.place, replyTo: message.id })
  return send({ text: button.text })
}
