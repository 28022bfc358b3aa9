import { api, attempt } from '../api.js'
import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { openPhoneMenu, readAll } from './phone-menu.js'

/** Whose phone this is, on which network, and the switches that change how it behaves. */
export function createPhoneHead() {
  const node = el('header', { class: 'device-head' })
  let drawn
  return {
    node,
    draw(phone) {
      const {
        id,
        name,
        phone: number,
        userId,
        username,
        network,
        colour,
        online,
        reads,
        blocked,
        unread,
      } = phone
      const look = JSON.stringify([
        id,
        name,
        number,
        userId,
        username,
        network,
        colour,
        online,
        reads,
        blocked,
        unread > 0,
        phone.threadOwner,
        phone.stopsMarketing,
      ])
      if (look === drawn) return
      drawn = look
      const change = (changes) => attempt(api('PATCH', `/phones/${encodeURIComponent(id)}`, changes))
      const kept = [...node.querySelectorAll('button')].indexOf(document.activeElement)
      node.replaceChildren(
        avatar(name, colour),
        el(
          'div',
          { class: 'device-who' },
          said(name, { class: 'device-name' }, 'strong'),
          el(
            'span',
            { class: 'device-line' },
            el(
              'span',
              { class: 'network-badge', 'data-network': network },
              words.networks[network] ?? network,
            ),
            el('small', { class: 'device-id', title: userId }, identity(phone)),
          ),
        ),
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': words.phones.more,
            'aria-haspopup': 'menu',
            onclick: (event) => openPhoneMenu(event.currentTarget, phone, change),
          },
          icon('dots'),
        ),
        el(
          'div',
          { class: 'device-switches' },
          toggle(words.phones.online, words.phones.onlineHint, online, () => change({ online: !online })),
          toggle(words.phones.reads, words.phones.readsHint, reads, () => change({ reads: !reads })),
          unread > 0 &&
            el(
              'button',
              { type: 'button', class: 'link-button', onclick: () => readAll(phone) },
              words.phones.readNow,
            ),
        ),
      )
      if (kept !== -1) node.querySelectorAll('button')[kept]?.focus()
    },
  }
}

function identity({ network, phone, username, userId }) {
  const handle = username ? `@${username}` : undefined
  if (network !== 'whatsapp') return handle ?? userId
  return [phone ?? words.phones.noNumber, handle ?? (phone ? undefined : userId)].filter(Boolean).join(' · ')
}

function toggle(label, hint, isOn, press) {
  return el(
    'button',
    {
      type: 'button',
      class: 'switch',
      role: 'switch',
      'aria-checked': String(isOn),
      title: hint,
      onclick: press,
    },
    el('span', { class: 'switch-track' }),
    label,
  )
}
