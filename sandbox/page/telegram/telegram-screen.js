import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { createKeyedList } from '../keyed-list.js'
import { keepAtEnd } from '../scroll.js'
import { entryBubble, foldAlbums, quotedIn } from '../staff/albums.js'
import { createChatComposer } from '../staff/chat-composer.js'
import { noteSeen } from '../staff/unread.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { createChatTabs } from './chat-tabs.js'
import { openChatOf } from './open-chat.js'

/**
 * A phone with Telegram on it: whose it is, their chats, the one that is open, and the line to write on. `head` draws
 * the top, `attach` opens what can be sent besides text, `under(at)` gives what stands between the chat and the line.
 */
export function createTelegramScreen({ head, attach, under = () => [] }) {
  const tabs = createChatTabs()
  const composer = createChatComposer(attach)
  const thread = el('div', { class: 'thread', role: 'log', 'aria-live': 'polite', tabindex: '0' })
  const empty = emptyPlace('chat', words.phones.emptyThread, words.telegram.emptyThreadHint)
  const scroller = el('div', { class: 'thread-scroll' }, empty, thread)
  const between = el('div', { class: 'phone-between' })
  const node = el(
    'article',
    { class: 'device', 'data-network': 'telegram' },
    head.node,
    tabs.node,
    scroller,
    between,
    composer.node,
  )
  const list = createKeyedList(thread)
  const settle = keepAtEnd(scroller)
  return {
    node,
    draw(person, chats) {
      const chat = openChatOf(person, chats)
      if (chat && node.checkVisibility()) noteSeen(person, chat)
      head.draw(person, chat)
      tabs.draw(person, chats, chat)
      const at = { person, chat, composer }
      between.replaceChildren(...(chat ? under(at) : []))
      composer.node.hidden = !chat || chat.started === false || chat.blocked
      if (chat) composer.draw(person, chat)
      thread.setAttribute('aria-label', words.staff.thread(chat?.title ?? ''))
      const messages = chat?.messages ?? []
      empty.hidden = messages.length > 0
      const fresh = list.show(foldAlbums(messages), {
        of: `${person.id} ${chat ? chatKey(chat) : ''}`,
        key: ({ id }) => id,
        build: (entry) => entryBubble(entry, at),
        extra: (entry) => quotedIn(entry, messages),
      })
      settle(fresh)
    },
  }
}
