import { api } from '../api.js'
import { choices, field, openDialog, select } from '../dialog.js'
import { el } from '../element.js'
import { choose } from '../selection.js'
import { store, takePhone } from '../store.js'
import { addTelegramCustomer } from '../telegram/new-telegram-customer.js'
import { words } from '../words.js'

/** A new customer: with a phone number, or known to the business by an id only, as networks now allow. */
export function openNewCustomer() {
  const say = words.newCustomer
  const name = el('input', {
    class: 'input',
    name: 'name',
    required: true,
    dir: 'auto',
    placeholder: say.namePlaceholder,
    autocomplete: 'off',
  })
  const number = el('input', {
    class: 'input',
    name: 'phone',
    type: 'tel',
    value: freshNumber(),
    pattern: '\\+[0-9 ]{7,18}',
  })
  const username = el('input', { class: 'input', name: 'username', autocomplete: 'off' })
  const numberField = field(say.phone, number)
  const known = choices(say.known, 'known', 'radio', [
    { value: 'number', label: say.withNumber, checked: true },
    { value: 'id', label: say.withoutNumber },
  ])
  known.addEventListener('change', (event) => {
    numberField.hidden = event.target.value === 'id'
    number.disabled = numberField.hidden
  })
  const network = choices(say.network, 'network', 'radio', [
    { value: 'whatsapp', label: words.networks.whatsapp, checked: true },
    { value: 'instagram', label: words.networks.instagram },
    { value: 'messenger', label: words.networks.messenger },
    ...(store.bots.some((bot) => bot.forCustomers)
      ? [{ value: 'telegram', label: words.networks.telegram }]
      : []),
  ])
  // Only WhatsApp shows a business numbers; the others know a person by an id of their own.
  network.addEventListener('change', (event) => {
    const isHidden = event.target.value !== 'whatsapp'
    known.hidden = isHidden
    numberField.hidden = isHidden || number.disabled
  })
  openDialog({
    title: say.title,
    body: [
      field(say.name, name),
      network,
      known,
      numberField,
      field(say.username, username),
      field(say.language, select('language', words.languages, 'en')),
    ],
    submitLabel: say.create,
    async submit(data) {
      const wanted = { name: name.value.trim(), network: data.get('network'), language: data.get('language') }
      if (wanted.network === 'telegram')
        return addTelegramCustomer({ ...wanted, username: username.value.trim() })
      if (wanted.network === 'whatsapp' && !number.disabled) wanted.phone = number.value.replaceAll(' ', '')
      if (username.value.trim()) wanted.username = username.value.trim()
      const phone = await api('POST', '/phones', wanted)
      takePhone(phone)
      choose({ phoneId: phone.id })
    },
  })
}

/** A French mobile number from the range kept free for fiction. */
const freshNumber = () => `+3363998${String(Math.floor(Math.random() * 10000)).padStart(4, '0')}`
