import { el } from './element.js'

let host

/** Says one sentence for a few seconds, to eyes and to screen readers. */
export function toast(text, milliseconds = 4500) {
  host ??= document.body.appendChild(el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' }))
  const note = el('p', { class: 'toast', dir: 'auto' }, text)
  host.append(note)
  setTimeout(() => note.remove(), milliseconds)
}
