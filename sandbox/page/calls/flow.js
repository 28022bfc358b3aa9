import { el } from '../element.js'
import { on, store } from '../store.js'
import { words } from '../words.js'
import { isPolling, isProblem } from './call-kind.js'

const parts = ['customer', 'meta', 'app', 'telegram', 'staff']
const struck = {
  telegram: 'app telegram',
  graph: 'meta app',
  'telegram-webhook': 'app telegram',
  'meta-webhook': 'meta app',
}
const travel = { duration: 700, easing: 'cubic-bezier(.4, 0, .2, 1)' }

/**
 * The five parts in a line, with a spark on the way of each message and a broken line where a fault is set.
 */
export function createFlow() {
  const ways = parts
    .slice(1)
    .map((part, index) => el('span', { class: 'way', 'data-way': `${parts[index]} ${part}` }))
  const stations = parts.map((part, index) =>
    el('span', { class: 'station', 'data-part': part }, words.calls.parts[part], ways[index - 1]),
  )
  const node = el('div', { class: 'flow', role: 'img', 'aria-label': words.calls.flow }, ...stations)
  const still = matchMedia('(prefers-reduced-motion: reduce)')

  function spark(from, to, bad = false) {
    const [a, b] = [parts.indexOf(from), parts.indexOf(to)]
    const way = ways[Math.min(a, b)]
    if (!way || still.matches || document.hidden) return
    const dot = way.appendChild(el('span', { class: bad ? 'spark bad' : 'spark' }))
    const path = [
      { left: '0%', opacity: 0 },
      { opacity: 1, offset: 0.2 },
      { opacity: 1, offset: 0.8 },
      { left: '100%', opacity: 0 },
    ]
    dot.animate(a < b ? path : [{ ...path[3] }, path[1], path[2], { ...path[0] }], travel).finished.then(
      () => dot.remove(),
      () => dot.remove(),
    )
  }

  on('calls', ({ call }) => {
    if (call && !isPolling(call)) spark(call.from, call.to, isProblem(call))
  })
  on('phones', ({ phone }) => {
    const last = phone?.thread.at(-1)
    if (!last || Date.now() - last.at > 1500) return
    if (last.from === 'customer') spark('customer', 'meta')
    else spark('meta', 'customer')
  })
  on('staff', ({ messages }) => {
    const last = messages?.at(-1)
    if (last && Date.now() - last.at < 1500)
      spark(last.from?.isBot ? 'telegram' : 'staff', last.from?.isBot ? 'staff' : 'telegram')
  })
  on('faults', () => {
    const broken = new Set(store.faults.map(({ target }) => struck[target]))
    for (const way of ways) way.classList.toggle('broken', broken.has(way.dataset.way))
  })
  return { node }
}
