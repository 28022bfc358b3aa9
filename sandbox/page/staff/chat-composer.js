import { api, attempt } from '../api.js'
import { createComposer } from '../composer.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { openMenu } from '../menu.js'
import { chosenTopic } from '../selection.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { chatPath } from './chat-path.js'
import { chatSummary } from './chat-summary.js'
import { createCommandHints } from './command-hints.js'

const attachable = [
  { icon: 'photo', kind: 'photo' },
  { icon: 'stack', kind: 'album' },
  { icon: 'video', kind: 'video' },
  { icon: 'voice', kind: 'voice' },
  { icon: 'document', kind: 'document' },
  { icon: 'sticker', kind: 'sticker' },
]

/** The files that can be sent: opens a menu at the button. `post` sends a message of the control API. */
function openFiles(anchor, post) {
  openMenu(
    anchor,
    attachable.map(({ icon: symbol, kind }) => ({
      icon: symbol,
      label: words.kinds[kind] ?? words.telegram.attach[kind],
      act: () => attempt(post(kind === 'album' ? words.telegram.sample.album : { media: { kind } })),
    })),
  )
}

/** Writing on Telegram: text, answers, corrections, commands, and what `openAttach(anchor, post, at)` offers. */
export function createChatComposer(openAttach = openFiles) {
  let at
  let replyTo
  let editing
  const above = el('div', { class: 'composer-above' })
  const attach = iconButton('plus', words.staff.attach)
  const menu = iconButton('slash', words.staff.commands)
  const hints = createCommandHints((command) => {
    composer.set('')
    attempt(send(`/${command}`))
  })
  const composer = createComposer({
    before: [attach, menu],
    above: [hints.node, above],
    sendLabel: words.staff.send,
    send: (text) => send(text),
    typed: (text) => hints.draw(at?.chat.commands ?? [], text),
    keys: (event) => hints.keys(event) || (event.key === 'Escape' && (replyTo || editing) && reset()),
  })
  attach.addEventListener('click', () => openAttach(attach, post, at))
  menu.addEventListener('click', () => {
    composer.set('/')
    composer.input.focus()
  })

  function send(text) {
    if (!editing) return post({ text })
    const path = `${chatPath(at.person, at.chat)}/messages/${editing.id}`
    reset()
    return api('PATCH', path, { text })
  }
  function post(message) {
    const place = {}
    if (replyTo) place.replyTo = replyTo.id
    if (at.topicId !== 1) place.topicId = at.topicId
    reset()
    return api('POST', `${chatPath(at.person, at.chat)}/messages`, { ...message, ...place })
  }
  function reset() {
    replyTo = undefined
    editing = undefined
    above.replaceChildren()
    return true
  }
  function note(symbol, label, message) {
    const cancel = el(
      'button',
      { type: 'button', class: 'icon-button small', 'aria-label': words.staff.cancel, onclick: reset },
      icon('close'),
    )
    above.replaceChildren(
      el(
        'div',
        { class: 'composer-note' },
        icon(symbol),
        el('span', {}, el('small', {}, label), said(chatSummary(message))),
        cancel,
      ),
    )
    composer.input.focus()
  }

  return {
    node: composer.node,
    answer(message) {
      reset()
      replyTo = message
      note('reply', words.staff.replyingTo, message)
    },
    edit(message) {
      reset()
      editing = message
      composer.set(message.text ?? '')
      note('pencil', words.staff.editing, message)
    },
    draw(person, chat) {
      const topicId = chat.topics ? chosenTopic(chat) : 1
      const moved =
        at?.person.id !== person.id || chatKey(at.chat) !== chatKey(chat) || at.topicId !== topicId
      if (at && moved) reset()
      at = { person, chat, topicId }
      composer.turnTo(`${person.id} ${chatKey(chat)} ${topicId}`)
      menu.hidden = (chat.commands ?? []).length === 0
      composer.input.setAttribute('placeholder', words.staff.write)
      composer.input.setAttribute('aria-label', `${words.staff.write} (${chat.title})`)
    },
  }
}

const iconButton = (symbol, label) =>
  el('button', { type: 'button', class: 'icon-button', 'aria-label': label }, icon(symbol))
