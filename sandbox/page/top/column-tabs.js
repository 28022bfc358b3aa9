import { isProblem } from '../calls/call-kind.js'
import { drawOn } from '../draw.js'
import { el } from '../element.js'
import { icon } from '../icons.js'
import { choose, selection } from '../selection.js'
import { unreadOf } from '../staff/unread.js'
import { on, store } from '../store.js'
import { words } from '../words.js'

const columns = { phones: 'phone', staff: 'chat', calls: 'list' }

/** On a narrow screen the three columns take turns; the tabs say what is waiting in the others. */
export function openColumnTabs(nav) {
  let problems = 0
  nav.setAttribute('aria-label', words.columns.tabs)
  on('calls', ({ call }) => {
    if (call && isProblem(call) && selection.column !== 'calls') problems += 1
  })
  const tabs = Object.entries(columns).map(([name, symbol]) => {
    const badge = el('span', { class: 'badge', hidden: true })
    const press = () => choose({ column: name })
    return {
      name,
      badge,
      button: el(
        'button',
        { type: 'button', class: 'tab', onclick: press },
        el('span', { class: 'tab-face' }, icon(symbol), badge),
        words.columns[name],
      ),
    }
  })
  nav.append(...tabs.map(({ button }) => button))
  on('selection', () => {
    document.body.dataset.column = selection.column
  })
  drawOn(['phones', 'staff', 'calls', 'selection'], () => {
    if (selection.column === 'calls') problems = 0
    const waiting = {
      phones: store.phones.reduce((sum, phone) => sum + phone.unread, 0),
      staff: store.staff.reduce((sum, person) => sum + unreadOf(person), 0),
      calls: problems,
    }
    for (const { name, badge, button } of tabs) {
      button.setAttribute('aria-pressed', String(name === selection.column))
      badge.hidden = waiting[name] === 0
      badge.textContent = String(waiting[name])
    }
  })
}
