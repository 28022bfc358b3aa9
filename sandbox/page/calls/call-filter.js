import { el } from '../element.js'
import { words } from '../words.js'
import { isPolling, isProblem } from './call-kind.js'

/**
 * Which calls are listed: by network, only problems, by words, and with or without the staff bot's idle
 * polling.
 */
export function createCallFilter(changed) {
  let kind = 'all'
  let polling = false
  const kinds = {
    all: words.calls.all,
    meta: words.calls.parts.meta,
    telegram: words.calls.parts.telegram,
    problems: words.calls.problems,
  }
  const search = el('input', {
    class: 'input small',
    type: 'search',
    placeholder: words.calls.search,
    'aria-label': words.calls.search,
    oninput: changed,
  })
  const buttons = Object.entries(kinds).map(([name, label]) =>
    el(
      'button',
      {
        type: 'button',
        class: 'pill',
        'data-kind': name,
        'aria-pressed': String(name === kind),
        onclick: () => pick(name),
      },
      label,
    ),
  )
  const idle = el(
    'button',
    {
      type: 'button',
      class: 'pill',
      title: words.calls.pollingHint,
      'aria-pressed': 'false',
      onclick: toggleIdle,
    },
    words.calls.polling,
  )

  function pick(name) {
    kind = name
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.kind === kind))
    changed()
  }
  function toggleIdle() {
    polling = !polling
    idle.setAttribute('aria-pressed', String(polling))
    changed()
  }

  return {
    node: el('div', { class: 'call-filter' }, ...buttons, idle, search),
    name: () => `${kind} ${polling} ${search.value}`,
    passes(call) {
      if (!polling && isPolling(call)) return false
      if (kind === 'problems' && !isProblem(call)) return false
      if ((kind === 'meta' || kind === 'telegram') && call.from !== kind && call.to !== kind) return false
      const wanted = search.value.trim().toLowerCase()
      return (
        wanted === '' ||
        `${call.title} ${call.status} ${JSON.stringify(call.request)}`.toLowerCase().includes(wanted)
      )
    },
  }
}
