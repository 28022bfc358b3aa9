import { attempt } from '../api.js'
import { field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { sendFromPhone } from './send-from-phone.js'

/** How a network calls taking a message back; Messenger tells a business nothing of it. */
const takeBack = { whatsapp: 'revoke', instagram: 'unsend' }
const changeable = ['text', 'story_reply']

/** What a customer can still do to a message of their own: change its words, or take it back. */
export function ownMessageActions(message, phone) {
  if (message.from !== 'customer' || message.deleted || message.comment) return []
  const back = takeBack[phone.network]
  return [
    changeable.includes(message.kind) && action('pencil', words.phones.edit, () => askWords(message, phone)),
    back &&
      action('bin', words.phones.unsend, () =>
        attempt(sendFromPhone(phone, { kind: back, target: message.id })),
      ),
  ].filter(Boolean)
}

const action = (symbol, label, press) =>
  el(
    'button',
    { type: 'button', class: 'icon-button small', 'aria-label': label, onclick: press },
    icon(symbol),
  )

function askWords(message, phone) {
  const text = el('textarea', { class: 'input', name: 'text', required: true, dir: 'auto', rows: '3' })
  text.value = message.text ?? ''
  openDialog({
    title: words.phones.edit,
    body: [field(words.phones.newWords, text)],
    submitLabel: words.phones.change,
    submit: () => sendFromPhone(phone, { kind: 'edit', target: message.id, text: text.value.trim() }),
  })
}
