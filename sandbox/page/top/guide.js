import { el } from '../element.js'
import { icon } from '../icons.js'
import { choose } from '../selection.js'
import { chatKey } from '../store.js'
import { words } from '../words.js'
import { watchSteps } from './guide-state.js'

const say = words.guide

/**
 * Three steps that tick themselves off as they happen. Put away, it leaves a button among the actions at the
 * top.
 */
export function openGuide(section, actions) {
  const guide = watchSteps(draw)
  const list = el('ol', { class: 'steps' })
  const end = el('p', { class: 'guide-end', role: 'status' })
  const restart = el('button', { type: 'button', class: 'link-button', onclick: guide.again }, say.again)
  const hide = () => guide.set({ hidden: true })
  const close = el(
    'button',
    { type: 'button', class: 'icon-button small', 'aria-label': say.hide, title: say.hide, onclick: hide },
    icon('close'),
  )
  const reopen = el(
    'button',
    { type: 'button', class: 'link-button', onclick: () => guide.set({ hidden: false }) },
    say.title,
  )
  section.setAttribute('aria-label', say.title)
  section.append(el('h2', {}, say.title), list, end, restart, close)
  actions.prepend(reopen)
  draw(guide.state())

  function draw({ done, hidden, place }) {
    const complete = done === guide.all
    section.hidden = hidden
    reopen.hidden = !hidden
    restart.hidden = done === 0
    end.textContent = complete ? say.done : ''
    section.classList.toggle('complete', complete)
    list.replaceChildren(...say.steps.map((step, index) => stepItem(step, index, done, place)))
  }
}

function stepItem({ label, hint }, index, done, place) {
  const state = index < done ? 'done' : index === done ? 'now' : 'later'
  const mark = el(
    'span',
    { class: 'step-mark', 'aria-hidden': 'true' },
    state === 'done' ? icon('check') : String(index + 1),
  )
  const spoken = state === 'done' && el('span', { class: 'spoken' }, say.stepDone)
  const button = el(
    'button',
    { type: 'button', class: 'step-button', onclick: () => lead(index, place) },
    mark,
    el('span', {}, spoken, el('b', {}, label), el('small', {}, hint)),
  )
  return el('li', { class: `step ${state}`, 'aria-current': state === 'now' ? 'step' : false }, button)
}

/** Brings the person to where the step is done; the later steps are where the lead arrived. */
function lead(index, place) {
  const column = index === 0 ? 'phones' : 'staff'
  const there = place ? { personId: place.personId, chat: chatKey(place.chat), topicId: place.topicId } : {}
  choose(index === 0 ? { column } : { column, pane: 'chat', ...there })
  requestAnimationFrame(() => document.querySelector(`#${column} .composer-input`)?.focus())
}
