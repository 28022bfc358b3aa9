import { api, attempt } from '../api.js'
import { field, openDialog } from '../dialog.js'
import { el } from '../element.js'
import { openMenu } from '../menu.js'
import { words } from '../words.js'
import { sendFromPhone } from './send-from-phone.js'

const say = words.phones
const path = (phone, edge = '') => `/phones/${encodeURIComponent(phone.id)}${edge}`

export const readAll = (phone) => attempt(api('POST', path(phone, '/read'), {}))

/** The rarer things that happen to a customer's phone, and to the business's side of the conversation. */
export function openPhoneMenu(anchor, phone, change) {
  openMenu(anchor, [
    { icon: 'eye', label: say.readNow, act: () => readAll(phone) },
    { icon: 'chat', label: say.echo[phone.network], act: () => askEcho(phone) },
    ...(phone.network === 'whatsapp' ? whatsappItems(phone) : [controlItem(phone)]),
    {
      icon: 'block',
      label: phone.blocked ? say.unblock : say.block,
      act: () => change({ blocked: !phone.blocked }),
    },
  ])
}

function whatsappItems(phone) {
  const send = (message) => () => attempt(sendFromPhone(phone, message))
  const stops = phone.stopsMarketing === true
  return [
    {
      icon: 'ad',
      label: stops ? say.resumeMarketing : say.stopMarketing,
      act: send({ kind: 'preferences', value: stops ? 'resume' : 'stop' }),
    },
    phone.phone !== undefined && { icon: 'phone', label: say.newNumber, act: () => askNumber(phone) },
    { icon: 'contact', label: say.newUserId, act: send({ kind: 'user_id' }) },
  ].filter(Boolean)
}

/** Another app takes the conversation over, and the product only listens; or gives it back. */
function controlItem(phone) {
  const away = phone.threadOwner !== undefined
  const event = away ? 'pass' : 'take'
  return {
    icon: 'group',
    label: away ? say.giveBack : say.takeOver,
    hint: away ? undefined : say.takeOverHint,
    act: () => attempt(api('POST', path(phone, '/handover'), { event })),
  }
}

function askEcho(phone) {
  const text = el('textarea', { class: 'input', name: 'text', required: true, dir: 'auto', rows: '3' })
  openDialog({
    title: say.echo[phone.network],
    body: [el('p', { class: 'hint' }, say.echoHint), field(say.newWords, text)],
    submitLabel: words.send,
    submit: () => api('POST', path(phone, '/echo'), { kind: 'text', text: text.value.trim() }),
  })
}

function askNumber(phone) {
  const number = el('input', {
    class: 'input',
    name: 'phone',
    type: 'tel',
    required: true,
    value: phone.phone,
    pattern: '\\+[0-9 ]{7,18}',
  })
  openDialog({
    title: say.newNumber,
    body: [field(words.newCustomer.phone, number)],
    submitLabel: say.change,
    submit: () => sendFromPhone(phone, { kind: 'system', newPhone: number.value.replaceAll(' ', '') }),
  })
}
