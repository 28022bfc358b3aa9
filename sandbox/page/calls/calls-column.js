import { drawOn } from '../draw.js'
import { el } from '../element.js'
import { emptyPlace } from '../empty.js'
import { icon } from '../icons.js'
import { createKeyedList } from '../keyed-list.js'
import { store } from '../store.js'
import { words } from '../words.js'
import { createCallFilter } from './call-filter.js'
import { callRow } from './call-row.js'
import { createFlow } from './flow.js'
import { createTicker } from './ticker.js'

const shownRows = 200

/** The log of requests between the parts, newest first; paused, it holds still while calls go on. */
export function openCalls(section) {
  let frozen
  const flow = createFlow()
  const rows = el('div', { class: 'call-rows' })
  const empty = emptyPlace('list', words.calls.none, words.calls.noneHint)
  const list = createKeyedList(rows)
  const waiting = el('button', { type: 'button', class: 'waiting', hidden: true, onclick: () => pause() })
  const pauseButton = el('button', { type: 'button', class: 'icon-button', onclick: () => pause() })
  const filter = createCallFilter(draw)
  const ticker = createTicker(section)

  section.setAttribute('aria-label', words.calls.title)
  section.append(
    ticker.node,
    el('header', { class: 'column-head' }, el('h2', {}, words.calls.title), pauseButton),
    flow.node,
    filter.node,
    el(
      'div',
      { class: 'call-scroll', tabindex: '0', role: 'region', 'aria-label': words.calls.title },
      waiting,
      rows,
      empty,
    ),
  )
  pause(false)
  drawOn(['calls'], draw)

  function pause(wanted = frozen === undefined) {
    frozen = wanted ? [...store.calls] : undefined
    const label = frozen ? words.calls.resume : words.calls.pause
    pauseButton.replaceChildren(icon(frozen ? 'play' : 'pause'))
    pauseButton.setAttribute('aria-label', label)
    pauseButton.setAttribute('title', label)
    pauseButton.setAttribute('aria-pressed', String(Boolean(frozen)))
    draw()
  }

  function draw() {
    const passing = (frozen ?? store.calls).filter(filter.passes)
    const missed = frozen
      ? store.calls.filter(({ id }) => id > (frozen.at(-1)?.id ?? 0)).filter(filter.passes).length
      : 0
    waiting.hidden = missed === 0
    waiting.textContent = words.calls.waiting(missed)
    empty.hidden = passing.length > 0
    empty.querySelector('h3').textContent = store.calls.length > 0 ? words.calls.nothing : words.calls.none
    list.show(passing.slice(-shownRows).reverse(), { of: filter.name(), key: ({ id }) => id, build: callRow })
    ticker.draw(store.calls.filter(filter.passes).at(-1))
  }
}
