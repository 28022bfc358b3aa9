import { api } from '../api.js'
import { el, said } from '../element.js'
import { icon } from '../icons.js'
import { chosenPerson } from '../selection.js'
import { on } from '../store.js'
import { words } from '../words.js'
import { createAppFrame } from './app-frame.js'
import { themeParams } from './app-theme.js'

const say = words.miniApp

/** The one that is open: a Telegram shows one at a time. */
let shown

// Each person has a Telegram of their own.
on('selection', () => {
  if (shown && shown.personId !== chosenPerson()?.id) shown.close()
})

/**
 * Opens a Mini App over the chat at `path`. `asked` is what the control API wants to know (a button, or a bot's link),
 * `follow` opens an address that the app leads to.
 */
export async function openMiniApp(path, asked, follow) {
  const { url, title } = await api('POST', `${path}/web-app`, { ...asked, theme: themeParams() })
  shown?.close()
  shown = openPanel(url, title, follow)
}

function openPanel(url, title, follow) {
  const before = document.activeElement
  const back = headButton('back', say.back, () => frame.say('back_button_pressed'))
  const main = el('button', { type: 'button', class: 'mini-app-main', hidden: true })
  const cover = el('p', { class: 'mini-app-cover', role: 'status' }, say.opening)
  back.hidden = true
  main.addEventListener('click', () => frame.say('main_button_pressed'))

  const frame = createAppFrame(url, say.frame(title), {
    web_app_ready: () => cover.remove(),
    web_app_expand: () => panel.classList.add('expanded'),
    web_app_close: close,
    web_app_open_link: ({ url: link }) => /^https?:/i.test(link) && follow(link),
    web_app_open_tg_link({ path_full: link }) {
      close()
      follow(`https://t.me${link}`)
    },
    web_app_setup_back_button: ({ is_visible }) => {
      back.hidden = !is_visible
    },
    web_app_setup_main_button: (button) => setMain(main, button),
  })
  const panel = el(
    'section',
    { class: 'mini-app', role: 'dialog', 'aria-labelledby': 'mini-app-title' },
    el(
      'header',
      {},
      back,
      el(
        'h2',
        { id: 'mini-app-title', class: 'device-who' },
        said(title, { class: 'device-name' }, 'strong'),
        el('small', { class: 'device-id' }, say.miniApp),
      ),
      headButton('close', say.close, () => close()),
    ),
    el('div', { class: 'mini-app-frame' }, frame.node, cover),
    main,
  )

  function close() {
    if (shown?.close === close) shown = undefined
    frame.end()
    document.removeEventListener('keydown', leave)
    panel.remove()
    if (before?.isConnected) before.focus()
  }
  function leave({ key, target, defaultPrevented }) {
    if (key !== 'Escape' || defaultPrevented) return
    // It closes what is open above, here or inside, and lets go of what is being written.
    if (target.ownerDocument.querySelector('dialog[open], :popover-open')) return
    if (target.matches('input, textarea')) return
    close()
  }
  document.addEventListener('keydown', leave)
  frame.node.addEventListener('load', () => {
    cover.remove()
    if (panel.contains(document.activeElement)) frame.node.focus()
    // Keys that are pressed inside reach nobody outside, and an app of another address lets nobody listen.
    insideOf(frame.node)?.addEventListener('keydown', leave)
  })
  document.getElementById('staff').append(panel)
  panel.querySelector('header > :last-child').focus()
  return { personId: chosenPerson()?.id, close }
}

const headButton = (symbol, label, press) =>
  el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: press },
    icon(symbol),
  )

/** The button below the page is the app's to name, to show and to colour. */
function setMain(main, { is_visible, is_active, text, color, text_color }) {
  main.hidden = !is_visible
  if (is_active !== undefined) main.disabled = !is_active
  if (text) main.textContent = text
  if (color) main.style.setProperty('background', color)
  if (text_color) main.style.setProperty('color', text_color)
}

function insideOf(frame) {
  try {
    return frame.contentWindow?.document.defaultView
  } catch {
    return undefined
  }
}
