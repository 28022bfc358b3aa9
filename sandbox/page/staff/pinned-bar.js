import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { words } from '../words.js'
import { chatSummary } from './chat-summary.js'

/** The message pinned last, of those shown; a press scrolls to it. Gives no nodes where none is pinned. */
export function pinnedBar({ pinned = [] }, messages, thread) {
  const last = messages.findLast(({ id, deleted }) => pinned.includes(id) && !deleted)
  if (!last) return []
  const show = () => thread.querySelector(`[data-message="${last.id}"]`)?.scrollIntoView({ block: 'center' })
  return [
    el(
      'button',
      { type: 'button', class: 'pinned', title: words.group.pinned, onclick: show },
      icon('pin'),
      said(chatSummary(last)),
    ),
  ]
}
