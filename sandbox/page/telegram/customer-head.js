import { api, attempt } from '../api.js'
import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { chatPath } from '../staff/chat-path.js'
import { words } from '../words.js'
import { askStart } from './start-link.js'

/** Whose phone this is, and what they may do to the bot whose chat is open. */
export function createCustomerHead() {
  const node = el('header', { class: 'device-head' })
  let drawn
  return {
    node,
    draw(person, chat) {
      const look = JSON.stringify([person.id, person.name, person.username, chat?.path, chat?.blocked])
      if (look === drawn) return
      drawn = look
      const more = el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.phones.more,
          'aria-haspopup': 'menu',
          onclick: () => openMenu(more, itemsFor(person, chat)),
        },
        icon('dots'),
      )
      node.replaceChildren(
        avatar(person.name, person.colour),
        el(
          'div',
          { class: 'device-who' },
          said(person.name, { class: 'device-name' }, 'strong'),
          el(
            'span',
            { class: 'device-line' },
            el('span', { class: 'network-badge', 'data-network': 'telegram' }, words.networks.telegram),
            el('small', { class: 'device-id' }, person.username ? `@${person.username}` : String(person.id)),
          ),
        ),
        ...(chat?.bot ? [more] : []),
      )
    },
  }
}

function itemsFor(person, chat) {
  const block = () => attempt(api('PATCH', chatPath(person, chat), { blocked: !chat.blocked }))
  return [
    { icon: 'external', label: words.telegram.startLink, act: () => askStart(person, chat) },
    { icon: 'block', label: chat.blocked ? words.staff.unblock : words.staff.block, act: block },
  ]
}
