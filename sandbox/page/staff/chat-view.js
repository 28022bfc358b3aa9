import { attempt } from '../api.js'
import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { icon } from '../icons.js'
import { createKeyedList } from '../keyed-list.js'
import { keepAtEnd } from '../scroll.js'
import { chosenTopic, messagesShown } from '../selection.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { entryBubble, foldAlbums, quotedIn } from './albums.js'
import { startBot } from './bot-link.js'
import { createChatComposer } from './chat-composer.js'
import { createChatHead } from './chat-head.js'
import { pinnedBar } from './pinned-bar.js'
import { replyKeyboard } from './reply-keyboard.js'
import { mayWriteIn, openTopicOf } from './topics.js'

/** The chat that is open: its head, its messages (of one topic, in a forum) and the line to write on. */
export function createChatView() {
  const head = createChatHead()
  const composer = createChatComposer()
  const thread = el('div', { class: 'thread', role: 'log', 'aria-live': 'polite', tabindex: '0' })
  const empty = emptyPlace('chat', words.staff.emptyChat, words.staff.emptyChatHint)
  const scroller = el('div', { class: 'thread-scroll' }, empty, thread)
  const latest = el(
    'button',
    { type: 'button', class: 'latest', 'aria-label': words.staff.latest, hidden: true },
    icon('down'),
  )
  const start = el('button', { type: 'button', class: 'start-button' }, words.staff.startBot)
  const note = el('p', { class: 'thread-note' })
  const between = el('div', { class: 'phone-between' })
  const pinned = el('div', { class: 'phone-between' })
  const chatPane = el(
    'div',
    { class: 'chat-pane' },
    head.node,
    pinned,
    scroller,
    latest,
    note,
    start,
    between,
    composer.node,
  )
  const none = emptyPlace('chat', words.staff.noChat, words.staff.noChatHint)
  const node = el('div', { class: 'chat-view' }, chatPane, none)
  const list = createKeyedList(thread)
  const settle = keepAtEnd(scroller, (away) => latest.toggleAttribute('hidden', !away))
  latest.addEventListener('click', () => settle(true))
  let open
  start.addEventListener('click', () => attempt(startBot(open.person.id, open.chat.bot)))
  return {
    node,
    draw(person, chat) {
      open = { person, chat }
      chatPane.hidden = !chat
      none.hidden = Boolean(chat)
      if (!chat) return
      start.hidden = chat.started !== false
      const mayWrite = mayWriteIn(person, chat, openTopicOf(chat, chosenTopic(chat)))
      composer.node.hidden = !start.hidden || !mayWrite
      head.draw(person, chat)
      composer.draw(person, chat)
      thread.setAttribute('aria-label', words.staff.thread(chat.title))
      note.hidden = mayWrite && !chat.blocked
      note.textContent = chat.blocked ? words.staff.blocked : words.group.closedNote
      const keyboard = start.hidden && mayWrite ? replyKeyboard({ person, chat }) : []
      between.replaceChildren(...keyboard)
      const messages = messagesShown(chat)
      pinned.replaceChildren(...pinnedBar(chat, messages, thread))
      empty.hidden = messages.length > 0
      const fresh = list.show(foldAlbums(messages), {
        of: `${person.id} ${chatKey(chat)} ${chat.topics ? chosenTopic(chat) : ''}`,
        key: ({ id }) => id,
        build: (entry) => entryBubble(entry, { person, chat, composer }),
        extra: (entry) => quotedIn(entry, chat.messages),
      })
      settle(fresh)
    },
  }
}
