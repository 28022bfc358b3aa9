import { hourMinuteSecond } from '../clock.js'
import { el } from '../element.js'
import { toast } from '../toast.js'
import { words } from '../words.js'
import { isProblem } from './call-kind.js'
import { jsonView } from './json-view.js'

/** One call: when, from where to where, what, how it ended, how long it took. Opens to what was said. */
export function callRow(call) {
  const { at, title, status, ms } = call
  const [, verb, path] = /^([A-Z]+) (.*)$/.exec(title) ?? ['', '', title]
  const cut = path.split('?')[0].lastIndexOf('/') + 1
  const summary = el(
    'summary',
    {},
    el(
      'span',
      { class: 'call-title', title },
      verb && el('span', { class: 'verb' }, verb),
      el(
        'span',
        { class: 'call-path' },
        el('span', { class: 'faint' }, path.slice(0, cut)),
        el('b', {}, path.slice(cut)),
      ),
    ),
    statusMark(call),
    el(
      'span',
      { class: 'call-line' },
      el('time', {}, hourMinuteSecond(at)),
      arrow(call),
      el('span', { class: 'call-ms' }, `${Math.round(ms)} ms`),
    ),
  )
  const details = el(
    'details',
    { class: `call ${isProblem(call) ? 'problem' : ''}`, 'data-status': status },
    summary,
  )
  details.addEventListener(
    'toggle',
    () => details.open && details.children.length === 1 && details.append(...bodies(call)),
    { once: true },
  )
  return details
}

export function arrow({ from, to }) {
  const part = (name) => el('span', { class: 'part', 'data-part': name }, words.calls.parts[name] ?? name)
  return el('span', { class: 'call-arrow' }, part(from), el('span', { 'aria-hidden': 'true' }, '→'), part(to))
}

export function statusMark({ status }) {
  const range = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good'
  return el(
    'span',
    { class: 'call-status', 'data-range': range },
    status === 0 ? words.calls.noAnswer : String(status),
  )
}

function bodies({ request, response }) {
  return [
    [words.calls.request, request],
    [words.calls.response, response],
  ].map(([label, value]) => {
    const copy = async () => {
      await navigator.clipboard.writeText(JSON.stringify(value, null, 2))
      toast(words.calls.copied, 1500)
    }
    const button = el('button', { type: 'button', class: 'link-button', onclick: copy }, words.calls.copy)
    return el('div', { class: 'call-body' }, el('header', {}, el('h4', {}, label), button), jsonView(value))
  })
}
