import { el } from './element.js'
import { icon } from './icons.js'

/**
 * Opens a menu beside a button. Items: `{ icon?, label, hint?, act }`. Arrow keys move, Escape and a press
 * elsewhere close it, and focus goes back to the button.
 */
export function openMenu(anchor, items, className = '') {
  const menu = el('div', { class: `menu ${className}`, popover: 'auto', role: 'menu' })
  for (const item of items) menu.append(menuItem(item, menu))
  menu.addEventListener('keydown', (event) => move(menu, event))
  showBeside(anchor, menu)
  menu.querySelector('button')?.focus()
  return menu
}

/** Puts any popover beside its button, on the side with room, and removes it once it is closed. */
export function showBeside(anchor, popover) {
  document.body.append(popover)
  popover.addEventListener('toggle', (event) => {
    anchor.setAttribute('aria-expanded', String(event.newState === 'open'))
    if (event.newState !== 'closed') return
    if (popover.contains(document.activeElement) || document.activeElement === document.body) anchor.focus()
    popover.remove()
  })
  popover.showPopover()
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const below = at.bottom + 6
  const top = below + height < innerHeight - 8 ? below : Math.max(8, at.top - 6 - height)
  popover.style.setProperty('top', `${top}px`)
  popover.style.setProperty('left', `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`)
}

function menuItem(item, menu) {
  const label = el('span', { class: 'menu-label' }, item.label, item.hint && el('small', {}, item.hint))
  const press = () => {
    menu.hidePopover()
    item.act()
  }
  return el(
    'button',
    { type: 'button', role: 'menuitem', onclick: press },
    item.icon && icon(item.icon),
    label,
  )
}

function move(menu, event) {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = [...menu.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement)
  items[(at + step + items.length) % items.length]?.focus()
}
