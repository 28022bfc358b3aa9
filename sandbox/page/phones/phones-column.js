import { drawOn } from '../draw.js'
import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { icon } from '../icons.js'
import { chosenPhone } from '../selection.js'
import { createTelegramPlace } from '../telegram/telegram-phones.js'
import { words } from '../words.js'
import { openAccountMenu } from './account-menu.js'
import { openLeadForm } from './lead-form.js'
import { openNewCustomer } from './new-customer.js'
import { createPhoneScreen } from './phone-screen.js'
import { createPhoneStrip } from './phone-strip.js'

/** The customers' side: a strip of people, and the phone of the chosen one. */
export function openPhones(section) {
  const add = el(
    'button',
    { type: 'button', class: 'button', 'aria-label': words.phones.add, onclick: openNewCustomer },
    icon('plus'),
    el('span', { class: 'label' }, words.phones.add),
  )
  const lead = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': words.leads.open,
      title: words.leads.open,
      onclick: openLeadForm,
    },
    icon('document'),
  )
  const account = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': words.account.title,
      'aria-haspopup': 'menu',
      onclick: (event) => openAccountMenu(event.currentTarget),
    },
    icon('dots'),
  )
  const strip = createPhoneStrip()
  const screen = createPhoneScreen()
  const telegram = createTelegramPlace()
  const invite = el(
    'button',
    { type: 'button', class: 'button primary', onclick: openNewCustomer },
    words.phones.add,
  )
  const nobody = emptyPlace('phone', words.phones.none, words.phones.noneHint, invite)
  section.setAttribute('aria-label', words.phones.title)
  section.append(
    el('header', { class: 'column-head' }, el('h2', {}, words.columns.phones), lead, add, account),
    strip.node,
    screen.node,
    telegram.node,
    nobody,
  )
  drawOn(['phones', 'customers', 'selection'], () => {
    const shown = telegram.draw()
    const phone = shown ? undefined : chosenPhone()
    strip.node.hidden = !shown && !phone
    screen.node.hidden = !phone
    nobody.hidden = Boolean(shown ?? phone)
    strip.draw(shown ?? phone?.id)
    if (phone) screen.draw(phone)
  })
}
