import { el } from './element.js'
import { icon } from './icons.js'

/** What stands where nothing is yet: says what it will be and offers the next step. */
export function emptyPlace(symbol, title, hint, ...actions) {
  return el(
    'div',
    { class: 'empty' },
    el('span', { class: 'empty-mark' }, icon(symbol)),
    el('h3', {}, title),
    el('p', {}, hint),
    ...actions,
  )
}
