import { el } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { arrow, statusMark } from './call-row.js'

/**
 * Where there is no room for a third column, the log is one line at the foot of the page that opens upwards.
 */
export function createTicker(section) {
  const line = el('span', { class: 'ticker-line' })
  const node = el(
    'button',
    { type: 'button', class: 'ticker', 'aria-expanded': 'false' },
    el('b', {}, words.columns.calls),
    line,
    icon('up'),
  )
  node.addEventListener('click', () => {
    const open = section.classList.toggle('open')
    node.setAttribute('aria-expanded', String(open))
    node.setAttribute('title', open ? words.calls.close : words.calls.open)
  })
  return {
    node,
    draw(call) {
      line.replaceChildren(
        ...(call
          ? [arrow(call), el('span', { class: 'call-path' }, call.title), statusMark(call)]
          : [el('span', { class: 'faint' }, words.calls.none)]),
      )
    },
  }
}
