import { el } from '../element.js'
import { selection } from '../selection.js'
import { unreadOf } from '../staff/unread.js'
import { store } from '../store.js'
import { openTelegramAttach } from './attach-menu.js'
import { createCustomerHead } from './customer-head.js'
import { accountOf, customerChats, customerKey, customerOf, ownerChats, ownerKey } from './customers.js'
import { createOwnerHead } from './owner-head.js'
import { createTelegramScreen } from './telegram-screen.js'
import { underCustomerChat } from './under-chat.js'

/** Telegram's phones as the strip shows them: the customers' own, and those of the owners of business accounts. */
export function telegramPhones() {
  const customers = store.customers.map((person) => ({
    id: customerKey(person),
    name: person.name,
    colour: person.colour,
    unread: unreadOf(person),
    network: 'telegram',
  }))
  const owners = store.business.map((account) => ({
    id: ownerKey(account),
    name: account.name,
    colour: account.colour,
    unread: unreadOf({ id: account.ownerId, chats: ownerChats(account) }),
    network: 'business',
  }))
  return [...customers, ...owners]
}

/**
 * The place where the chosen Telegram phone stands. `draw()` gives its name in the strip, undefined when another kind of
 * phone is to be shown. Without a choice a Telegram phone is shown only where there is no other. What is not chosen is
 * not in the page at all.
 */
export function createTelegramPlace() {
  const node = el('div', { class: 'telegram-place', hidden: true })
  const customerScreen = createTelegramScreen({
    head: createCustomerHead(),
    attach: openTelegramAttach,
    under: underCustomerChat,
  })
  const ownerScreen = createTelegramScreen({ head: createOwnerHead(), attach: openTelegramAttach })
  const show = (screen, person, chats) => {
    if (screen.node.parentNode !== node) node.replaceChildren(screen.node)
    node.hidden = false
    screen.draw(person, chats)
  }
  return {
    node,
    draw() {
      const account = accountOf(selection.phoneId)
      if (account) {
        show(ownerScreen, { ...account, id: account.ownerId }, ownerChats(account))
        return ownerKey(account)
      }
      const first = store.phones.length === 0 ? store.customers[0] : undefined
      const customer = customerOf(selection.phoneId) ?? first
      if (customer) {
        show(customerScreen, customer, customerChats(customer))
        return customerKey(customer)
      }
      node.hidden = true
      node.replaceChildren()
      return undefined
    },
  }
}
