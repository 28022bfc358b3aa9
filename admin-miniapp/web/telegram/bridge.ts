import { followColors, paint } from './theme.ts'
import { type WebApp, webApp } from './web-app.ts'

const waiting = new Set<(app: WebApp) => void>()

/**
 * Loads Telegram's script beside everything else. Without it the page is whole: it has a way back of its own, and
 * Telegram's colours came with the fragment.
 */
export function loadTelegram(): void {
  if (webApp()) {
    greet()
    return
  }
  const address = document.querySelector('meta[name="telegram-script"]')?.getAttribute('content')
  if (!address) {
    followColors()
    return
  }
  const script = document.createElement('script')
  script.src = address
  script.async = true
  script.addEventListener('load', greet)
  document.head.append(script)
}

function greet(): void {
  const app = webApp()
  if (!app) return
  app.ready()
  app.expand()
  const repaint = () => {
    paint(app.themeParams)
    if (app.isVersionAtLeast('6.1')) {
      app.setHeaderColor('bg_color')
      app.setBackgroundColor('bg_color')
    }
  }
  app.onEvent('themeChanged', repaint)
  repaint()
  // A long conversation is scrolled, and must not close the page.
  if (app.isVersionAtLeast('7.7')) app.disableVerticalSwipes?.()
  for (const use of waiting) use(app)
  waiting.clear()
}

/** Uses Telegram's script now, or once it has come; gives the way to take that back. */
export function withTelegram(use: (app: WebApp) => void): () => void {
  const app = webApp()
  if (app) use(app)
  else waiting.add(use)
  return () => void waiting.delete(use)
}

/**
 * Shows Telegram's button back for as long as something can be gone back from.
 *
 * @param shown told once Telegram shows it: a button of our own is one too many then
 */
export function showBackButton(back: () => void, shown: () => void): () => void {
  let hide = () => {}
  const forget = withTelegram((app) => {
    if (!app.isVersionAtLeast('6.1')) return
    app.BackButton.onClick(back)
    app.BackButton.show()
    shown()
    hide = () => {
      app.BackButton.offClick(back)
      app.BackButton.hide()
    }
  })
  return () => {
    forget()
    hide()
  }
}
