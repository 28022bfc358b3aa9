const kept = 'parley-playground-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** 'light' or 'dark', whichever is on the screen now. */
export function currentTheme() {
  return document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')
}

/** Calls back when the colours change, by choice or with the system's. Returns what ends that. */
export function onThemeChange(listener) {
  const chosen = new MutationObserver(() => listener())
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  dark.addEventListener('change', listener)
  return () => {
    chosen.disconnect()
    dark.removeEventListener('change', listener)
  }
}

/** Puts back what was chosen on an earlier visit; without a choice the system's preference rules. */
export function restoreTheme() {
  const chosen = localStorage.getItem(kept)
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
}

/** Chooses the other theme and remembers it. Returns the new one. */
export function toggleTheme() {
  const next = currentTheme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  localStorage.setItem(kept, next)
  return next
}
