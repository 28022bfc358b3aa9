const kept = 'parley-playground-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** 'light' or 'dark', whichever is on the screen now. */
export function currentTheme() {
  return document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')
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
