import { api, attempt } from '../api.js'
import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { store } from '../store.js'
import { words } from '../words.js'

/** The phone of an owner: whether the bot answers for their account, what it may do, and what the app does by itself. */
export function createOwnerHead() {
  const node = el('header', { class: 'device-head' })
  let drawn
  return {
    node,
    draw(account, chat) {
      const look = JSON.stringify([{ ...account, unread: undefined }, chat?.path])
      if (look === drawn) return
      drawn = look
      const change = (changes) =>
        attempt(api('POST', '/telegram/business', { ownerId: account.ownerId, ...changes }))
      const more = el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.phones.more,
          'aria-haspopup': 'menu',
          onclick: () => openMenu(more, itemsFor(account, chat, change)),
        },
        icon('dots'),
      )
      const kept = [...node.querySelectorAll('button')].indexOf(document.activeElement)
      node.replaceChildren(
        avatar(account.name, account.colour),
        el(
          'div',
          { class: 'device-who' },
          said(account.name, { class: 'device-name' }, 'strong'),
          el(
            'span',
            { class: 'device-line' },
            el('span', { class: 'network-badge', 'data-network': 'telegram' }, words.networks.business),
            el('small', { class: 'device-id' }, words.telegram.owner),
          ),
        ),
        more,
        el('div', { class: 'device-switches' }, connectedSwitch(account, change)),
      )
      if (kept !== -1) node.querySelectorAll('button')[kept]?.focus()
    },
  }
}

function connectedSwitch({ enabled, bot }, change) {
  const name = bot ?? store.bots.find(({ forCustomers }) => forCustomers)?.username ?? words.staff.bot
  return el(
    'button',
    {
      type: 'button',
      class: 'switch',
      role: 'switch',
      'aria-checked': String(enabled),
      title: words.telegram.connectedHint,
      onclick: () => change({ enabled: !enabled }),
    },
    el('span', { class: 'switch-track' }),
    words.telegram.connected(name),
  )
}

function itemsFor({ enabled, rights = {} }, chat, change) {
  const items = Object.entries(words.telegram.rights).map(([right, label]) => ({
    icon: rights[right] ? 'check' : 'block',
    label,
    hint: rights[right] ? words.telegram.allowed : words.telegram.notAllowed,
    act: () => change({ rights: { ...rights, [right]: !rights[right] } }),
  }))
  const inChat = [
    {
      icon: 'moon',
      label: words.telegram.away,
      act: () =>
        attempt(api('POST', `${chat?.path}/messages`, { text: words.telegram.awaySample, away: true })),
    },
    {
      icon: 'clock',
      label: words.telegram.age,
      hint: words.telegram.ageHint,
      act: () => attempt(api('POST', `${chat?.path}/age`, { hours: 25 })),
    },
  ]
  return [...(enabled ? items : []), ...(chat ? inChat : [])]
}
