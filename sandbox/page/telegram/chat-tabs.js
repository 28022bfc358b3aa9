import { el, said } from '../element.js'
import { createKeyedList } from '../keyed-list.js'
import { unreadIn } from '../staff/unread.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { openChat } from './open-chat.js'

/** The chats of one phone, side by side; nothing to choose while there is one. */
export function createChatTabs() {
  const node = el('div', { class: 'chat-tabs', role: 'group', 'aria-label': words.staff.chats })
  const list = createKeyedList(node)
  return {
    node,
    draw(person, chats, open) {
      node.hidden = chats.length < 2
      const items = chats.map((chat) => ({
        key: chatKey(chat),
        title: chat.title,
        unread: unreadIn(person, chat),
        chosen: chat === open,
      }))
      const build = ({ key, title, unread, chosen }) =>
        el(
          'button',
          {
            type: 'button',
            class: 'chat-tab',
            'aria-pressed': String(chosen),
            onclick: () => openChat(person, key),
          },
          said(title),
          unread > 0 &&
            el('span', { class: 'badge', 'aria-label': words.phones.unread(unread) }, String(unread)),
        )
      list.show(items, { of: String(person.id), key: ({ key }) => key, build })
    },
  }
}
