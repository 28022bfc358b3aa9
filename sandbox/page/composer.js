import { el } from './element.js'
import { icon } from './icons.js'

/**
 * The line one writes on: grows with the text, Enter sends, Shift+Enter breaks the line. `before` holds the
 * buttons at its start, `above` whatever belongs to the next message (the message answered, the ad).
 * `set(text)` replaces what is written; `turnTo(name)` goes to another conversation, whose unfinished text
 * comes back.
 */
export function createComposer({
  send,
  sendLabel,
  before = [],
  above = [],
  typed = () => {},
  keys = () => false,
}) {
  const input = el('textarea', {
    class: 'composer-input',
    rows: '1',
    dir: 'auto',
    autocomplete: 'off',
    enterkeyhint: 'send',
  })
  const button = el(
    'button',
    { type: 'submit', class: 'send-button', 'aria-label': sendLabel, disabled: true },
    icon('send'),
  )
  const node = el(
    'form',
    { class: 'composer' },
    ...above,
    el('div', { class: 'composer-row' }, ...before, input, button),
  )
  const grow = () => {
    input.style.setProperty('height', 'auto')
    input.style.setProperty('height', `${Math.min(input.scrollHeight, 132)}px`)
    button.toggleAttribute('disabled', input.value.trim() === '')
    typed(input.value)
  }
  const set = (text) => {
    input.value = text
    grow()
  }
  const unfinished = new Map()
  let conversation
  const turnTo = (name) => {
    if (name === conversation) return
    unfinished.set(conversation, input.value)
    conversation = name
    set(unfinished.get(name) ?? '')
  }
  input.addEventListener('input', grow)
  input.addEventListener('keydown', (event) => {
    if (keys(event) || event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    node.requestSubmit()
  })
  node.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value.trim()
    if (text === '') return
    set('')
    send(text).catch(() => set(input.value || text))
  })
  return { node, input, set, turnTo }
}
