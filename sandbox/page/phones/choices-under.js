import { attempt } from '../api.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { words } from '../words.js'
import { askContact, askLocation, askOwnNumber } from './attach-dialogs.js'
import { sendFromPhone } from './send-from-phone.js'

/** What the business lets the customer tap under its message; a tap sends what the network would send. */
export function choicesUnder(message, phone) {
  if (message.from !== 'business') return undefined
  const send = (answer) => sendFromPhone(phone, { ...answer, replyTo: message.id })
  const buttons = []
  if (message.kind === 'link') buttons.push(...(message.buttons ?? []).map(outside))
  else
    buttons.push(
      ...(message.buttons ?? []).map((choice) =>
        choice.url
          ? outside(choice)
          : button(choice.title, () =>
              attempt(send({ kind: 'button', title: choice.title, payload: choice.id })),
            ),
      ),
    )
  if (message.rows?.length)
    buttons.push(
      button(
        message.listTitle ?? words.phones.choose,
        (event) => openRows(event.currentTarget, message.rows, send),
        'list',
      ),
    )
  if (message.kind === 'location_request_message')
    buttons.push(button(words.attach.location, () => askLocation(send), 'location'))
  if (message.kind === 'request_contact_info') {
    const own = () => (phone.phone ? attempt(send({ kind: 'own_contact' })) : askOwnNumber(send))
    buttons.push(button(words.attach.ownNumber, own, 'contact'))
    buttons.push(button(words.attach.contacts, () => askContact(send), 'contact'))
  }
  return buttons.length === 0 ? undefined : el('div', { class: 'choices-under' }, ...buttons)
}

function openRows(anchor, rows, send) {
  const items = rows.map((row) => ({
    label: row.title,
    hint: row.description,
    act: () =>
      attempt(
        send({
          kind: 'list',
          title: row.title,
          rowId: row.id,
          ...(row.description ? { description: row.description } : {}),
        }),
      ),
  }))
  openMenu(anchor, items)
}

const button = (title, press, symbol) =>
  el('button', { type: 'button', class: 'under-button', onclick: press }, symbol && icon(symbol), said(title))

const outside = ({ id, title }) =>
  button(title, () => window.open(id, '_blank', 'noopener,noreferrer'), 'external')
