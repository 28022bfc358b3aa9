import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { createKeyedList } from '../keyed-list.js'
import { keepAtEnd } from '../scroll.js'
import { words } from '../words.js'
import { phoneBubble } from './phone-bubble.js'
import { createPhoneComposer } from './phone-composer.js'
import { createPhoneHead } from './phone-head.js'

/** One customer's phone: whose it is, the conversation with the business, and the line to write on. */
export function createPhoneScreen() {
  const head = createPhoneHead()
  const composer = createPhoneComposer()
  const thread = el('div', { class: 'thread', role: 'log', 'aria-live': 'polite', tabindex: '0' })
  const starters = el('div', { class: 'starters' })
  const empty = emptyPlace('chat', words.phones.emptyThread, words.phones.emptyThreadHint, starters)
  const scroller = el('div', { class: 'thread-scroll' }, empty, thread)
  const typing = el(
    'p',
    { class: 'typing', role: 'status' },
    el('i'),
    el('i'),
    el('i'),
    el('span', {}, words.phones.typing),
  )
  const blocked = el('p', { class: 'thread-note' }, words.phones.blocked)
  const away = el('p', { class: 'thread-note' }, words.phones.away)
  const node = el('article', { class: 'device' }, head.node, scroller, typing, blocked, away, composer.node)
  const list = createKeyedList(thread)
  const settle = keepAtEnd(scroller)
  let typingEnds
  const showTyping = (until = 0) => {
    clearTimeout(typingEnds)
    const left = until - Date.now()
    typing.hidden = left <= 0
    if (left > 0) typingEnds = setTimeout(showTyping, left)
  }
  return {
    node,
    draw(phone) {
      showTyping(phone.typingUntil)
      node.dataset.network = phone.network
      head.draw(phone)
      composer.draw(phone)
      thread.setAttribute('aria-label', words.phones.thread(phone.name))
      blocked.hidden = !phone.blocked
      away.hidden = phone.threadOwner === undefined
      empty.hidden = phone.thread.length > 0
      starters.replaceChildren(...starterButtons(phone, composer))
      const fresh = list.show(phone.thread, {
        of: phone.id,
        key: (message) => message.id,
        build: (message) => phoneBubble(message, phone, composer),
        extra: ({ replyTo }) => (replyTo && phone.thread.some(({ id }) => id === replyTo) ? 'known' : ''),
      })
      settle(fresh)
    },
  }
}

/**
 * First sentences in the customer's language, for those who do not know what to write; they may still be
 * changed.
 */
function starterButtons({ language }, composer) {
  const sentences = words.phones.starters[language.slice(0, 2)] ?? words.phones.starters.en
  const buttons = sentences.map((text) => {
    return el(
      'button',
      { type: 'button', class: 'starter', dir: 'auto', onclick: () => composer.draft(text) },
      text,
    )
  })
  return [
    ...buttons,
    el('button', { type: 'button', class: 'starter', onclick: composer.fromAd }, words.attach.ad),
  ]
}
