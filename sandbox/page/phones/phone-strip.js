import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { createKeyedList } from '../keyed-list.js'
import { choose } from '../selection.js'
import { store } from '../store.js'
import { telegramPhones } from '../telegram/telegram-phones.js'
import { words } from '../words.js'

/** The row of customers, each with the network they write on and what they have not read. */
export function createPhoneStrip() {
  const node = el('div', { class: 'strip', role: 'group', 'aria-label': words.phones.title })
  const list = createKeyedList(node)
  const build = (phone) =>
    el(
      'button',
      {
        type: 'button',
        class: 'strip-item',
        'aria-pressed': String(phone.chosen),
        onclick: () => choose({ phoneId: phone.id }),
      },
      el(
        'span',
        { class: 'strip-face' },
        avatar(phone.name, phone.colour),
        phone.online === false && el('span', { class: 'off-dot' }),
        networkDot(phone.network),
      ),
      said(phone.name, { class: 'strip-name' }),
      phone.unread > 0 &&
        el('span', { class: 'badge', 'aria-label': words.phones.unread(phone.unread) }, String(phone.unread)),
    )
  return {
    node,
    draw(chosen) {
      const phones = [...store.phones, ...telegramPhones()]
      const items = phones.map(({ id, name, colour, unread, network, online }) => ({
        id,
        name,
        colour,
        unread,
        network,
        online,
        chosen: id === chosen,
      }))
      list.show(items, { key: (phone) => phone.id, build })
    },
  }
}

/** The colour of a network; its name is for screen readers and the tooltip. */
export function networkDot(network) {
  const name = words.networks[network] ?? network
  return el('span', {
    class: 'network-dot',
    'data-network': network,
    title: name,
    role: 'img',
    'aria-label': name,
  })
}
