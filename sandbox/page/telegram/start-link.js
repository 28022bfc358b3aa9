import { api } from '../api.js'
import { choices, field, openDialog } from '../dialog.js'
import { el, said } from '../element.js'
import { choose } from '../selection.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { customerKey } from './customers.js'
import { openChat } from './open-chat.js'

/** A customer starts a bot, with the payload of the link they opened if it had one. */
export async function startAsCustomer(customer, bot, payload) {
  const start = { kind: 'start', ...(payload ? { payload } : {}) }
  const key = `bot:${bot}`
  await api('POST', `/telegram/customers/${customer.id}/chats/${encodeURIComponent(key)}/messages`, start)
  openChat(customer, key)
  choose({ phoneId: customerKey(customer) })
}

/** Asks what the link says behind `?start=`, as an advertisement or a QR code would carry it. */
export function askStart(customer, { bot }) {
  const payload = el('input', {
    class: 'input',
    name: 'payload',
    value: words.telegram.samplePayload,
    pattern: '[A-Za-z0-9_\\-]{0,64}',
    autocomplete: 'off',
  })
  openDialog({
    title: words.openBot.title(bot),
    body: [
      field(words.telegram.payload, payload),
      el('small', { class: 'hint' }, words.telegram.payloadHint),
    ],
    submitLabel: words.openBot.open,
    submit: () => startAsCustomer(customer, bot, payload.value.trim()),
  })
}

/** A link to a bot for customers was pressed: asks which customer opens it. */
export function askCustomer({ bot, start }) {
  const people = store.customers.map((customer, index) => ({
    value: String(customer.id),
    label: customer.name,
    checked: index === 0,
  }))
  openDialog({
    title: words.openBot.title(bot),
    body: [
      said(words.openBot.line(start), { class: 'hint' }, 'p'),
      choices(words.openBot.as, 'person', 'radio', people),
    ],
    submitLabel: words.openBot.open,
    async submit(data) {
      const customer = store.customers.find(({ id }) => String(id) === data.get('person'))
      if (customer) await startAsCustomer(customer, bot, start)
    },
  })
}
