import { el } from '../element.js'
import { icon } from '../icons.js'
import { on, store } from '../store.js'
import { currentTheme, toggleTheme } from '../theme.js'
import { words } from '../words.js'
import { openFaultMenu } from './fault-menu.js'
import { openGoReal } from './go-real.js'

/** What this page is, and the three things that concern all of it: faults, going real, light or dark. */
export function openTopBar(header) {
  const say = words.top
  const faultLabel = el('span', { class: 'label' }, say.faults)
  const faults = el(
    'button',
    { type: 'button', class: 'button', 'aria-haspopup': 'dialog', onclick: () => openFaultMenu(faults) },
    icon('storm'),
    faultLabel,
  )
  const real = el(
    'button',
    { type: 'button', class: 'button', 'aria-haspopup': 'dialog', onclick: openGoReal },
    icon('globe'),
    el('span', { class: 'label' }, say.real),
  )
  const theme = el('button', { type: 'button', class: 'icon-button', onclick: () => paint(toggleTheme()) })
  const lost = el('p', { class: 'lost', role: 'alert', hidden: true }, say.lost)

  function paint(shown) {
    const label = shown === 'dark' ? say.toLight : say.toDark
    theme.replaceChildren(icon(shown === 'dark' ? 'sun' : 'moon'))
    theme.setAttribute('aria-label', label)
    theme.setAttribute('title', label)
  }
  paint(currentTheme())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(currentTheme()))
  on('faults', () => {
    const count = store.faults.length
    faultLabel.textContent = count > 0 ? say.faultsActive(count) : say.faults
    faults.setAttribute('aria-label', faultLabel.textContent)
    faults.setAttribute('title', faultLabel.textContent)
    faults.dataset.count = String(count)
    faults.classList.toggle('troubled', count > 0)
  })
  on('connection', () => {
    lost.hidden = store.connected
  })
  faults.setAttribute('aria-label', say.faults)
  real.setAttribute('aria-label', say.real)
  header.append(
    el(
      'h1',
      { class: 'brand' },
      el('img', { src: '/playground/assets/mark.svg', alt: '', width: 26, height: 26 }),
      say.name,
      el('span', { class: 'brand-tag' }, say.playground),
    ),
    el(
      'p',
      { class: 'promise' },
      el('span', { class: 'promise-dot', 'aria-hidden': 'true' }),
      el('span', { class: 'long' }, say.promise),
      el('span', { class: 'short' }, say.promiseShort),
    ),
    el('div', { class: 'top-actions' }, faults, real, theme),
    lost,
  )
}
