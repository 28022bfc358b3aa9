import { avatar } from '../avatar.js'
import { el, said } from '../element.js'
import { createKeyedList } from '../keyed-list.js'
import { choose } from '../selection.js'
import { words } from '../words.js'
import { unreadOf } from './unread.js'

/** The row of staff people; the pressed one is whose Telegram is shown. */
export function createPeopleStrip() {
  const node = el('div', { class: 'strip', role: 'group', 'aria-label': words.staff.people })
  const list = createKeyedList(node)
  const build = ({ id, name, colour, unread, chosen }) =>
    el(
      'button',
      {
        type: 'button',
        class: 'strip-item',
        'aria-pressed': String(chosen),
        onclick: () => choose({ personId: id, chat: undefined, topicId: undefined, pane: 'list' }),
      },
      el('span', { class: 'strip-face' }, avatar(name, colour)),
      said(name, { class: 'strip-name' }),
      unread > 0 && el('span', { class: 'badge', 'aria-label': words.phones.unread(unread) }, String(unread)),
    )
  return {
    node,
    draw(people, chosen) {
      const items = people.map((person) => ({
        id: person.id,
        name: fullName(person),
        colour: person.colour,
        unread: unreadOf(person),
        chosen: person.id === chosen?.id,
      }))
      list.show(items, { key: ({ id }) => id, build })
    },
  }
}

export const fullName = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ')
