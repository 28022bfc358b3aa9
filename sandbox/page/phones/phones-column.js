import { drawOn } from '../draw.js'
import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { icon } from '../icons.js'
import { chosenPhone } from '../selection.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { openNewCustomer } from './new-customer.js'
import { createPhoneScreen } from './phone-screen.js'
import { createPhoneStrip } from './phone-strip.js'

/** The customers' side: a strip of people, and the phone of the chosen one. */
export function openPhones(section) {
  const add = el(
    'button',
    { type: 'button', class: 'button', onclick: openNewCustomer },
    icon('plus'),
    words.phones.add,
  )
  const strip = createPhoneStrip()
  const screen = createPhoneScreen()
  const invite = el(
    'button',
    { type: 'button', class: 'button primary', onclick: openNewCustomer },
    words.phones.add,
  )
  const nobody = emptyPlace('phone', words.phones.none, words.phones.noneHint, invite)
  section.setAttribute('aria-label', words.phones.title)
  section.append(
    el('header', { class: 'column-head' }, el('h2', {}, words.phones.title), add),
    strip.node,
    screen.node,
    nobody,
  )
  drawOn(['phones', 'selection'], () => {
    const phone = chosenPhone()
    strip.node.hidden = store.phones.length === 0
    screen.node.hidden = !phone
    nobody.hidden = Boolean(phone)
    strip.draw()
    if (phone) screen.draw(phone)
  })
}
