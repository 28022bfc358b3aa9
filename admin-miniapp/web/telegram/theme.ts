/** Telegram's names for the colours that are used here, and ours. */
const names: Record<string, string> = {
  bg_color: '--tg-bg',
  secondary_bg_color: '--tg-ground',
  text_color: '--tg-text',
  hint_color: '--tg-hint',
  link_color: '--tg-link',
  button_color: '--tg-button',
  button_text_color: '--tg-button-text',
  accent_text_color: '--tg-accent',
  destructive_text_color: '--tg-danger',
}

/** Paints the page in Telegram's colours, where they are colours; outside of Telegram the style has its own. */
export function paint(theme: Record<string, string>): void {
  const { style } = document.documentElement
  for (const [name, variable] of Object.entries(names)) {
    const color = theme[name]
    if (typeof color === 'string' && isColor(color)) style.setProperty(variable, color)
  }
  const { bg_color: ground } = theme
  if (typeof ground !== 'string' || !isColor(ground)) return
  const scheme = isDark(ground) ? 'dark' : 'light'
  document.documentElement.dataset.scheme = scheme
  style.colorScheme = scheme
}

/** Paints again when the app around the page tells of other colours: for where Telegram's script, which hears that, is not. */
export function followColors(): void {
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || typeof data !== 'string') return
    const { eventType, eventData } = readEvent(data)
    if (eventType === 'theme_changed' && eventData?.theme_params) paint(eventData.theme_params)
  })
}

/** Any page can write to this one: what is no event of Telegram's is nothing. */
function readEvent(text: string): {
  eventType?: string
  eventData?: { theme_params?: Record<string, string> }
} {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

const isColor = (text: string) => /^#[\da-f]{6}$/i.test(text)

function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128
}
