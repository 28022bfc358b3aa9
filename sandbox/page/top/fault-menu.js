import { api, attempt } from '../api.js'
import { hourMinuteSecond } from '../clock.js'
import { el } from '../element.js'
import { icon } from '../icons.js'
import { showBeside } from '../menu.js'
import { on, store } from '../store.js'
import { words } from '../words.js'
import { endOf } from './fault-end.js'
import { faultPresets, presetOf } from './fault-presets.js'

const say = words.faults
let redraw = () => {}
on('faults', () => redraw())

/** The panel of troubles: what is going wrong now and until when, and what else could. */
export function openFaultMenu(anchor) {
  const active = el('div', { class: 'fault-active', 'aria-live': 'polite' })
  const panel = el(
    'div',
    { class: 'panel', popover: 'auto', role: 'dialog', 'aria-label': say.title },
    el('h2', {}, say.title),
    el('p', { class: 'hint' }, say.intro),
    active,
  )
  for (const [group, title] of Object.entries(say.groups)) {
    const presets = faultPresets.filter((preset) => preset.group === group)
    panel.append(el('h3', {}, title), el('div', { class: 'fault-grid' }, ...presets.map(presetButton)))
  }
  redraw = () => {
    if (store.faults.length === 0) active.replaceChildren(el('p', { class: 'calm' }, icon('check'), say.calm))
    else
      active.replaceChildren(
        el('ul', {}, ...store.faults.map(activeFault)),
        el('button', { type: 'button', class: 'button', onclick: clear }, say.clear),
      )
  }
  redraw()
  const clock = setInterval(redraw, 1000)
  panel.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return
    clearInterval(clock)
    redraw = () => {}
  })
  showBeside(anchor, panel)
}

function presetButton({ label, hint, fault }) {
  return el(
    'button',
    { type: 'button', class: 'fault-button', onclick: () => attempt(api('POST', '/faults', fault)) },
    el('b', {}, label),
    el('small', {}, hint),
  )
}

function activeFault(fault) {
  const end = endOf(fault)
  const left = end && Math.max(0, Math.ceil((end - Date.now()) / 1000))
  const until = end
    ? `${say.until(hourMinuteSecond(end))} · ${say.left(left)}`
    : fault.times
      ? say.times(fault.times)
      : say.forever
  return el(
    'li',
    {},
    el('b', {}, presetOf(fault)?.label ?? `${fault.target}: ${fault.kind}`),
    el('small', {}, until),
  )
}

const clear = () => attempt(api('DELETE', '/faults'))
