/** Drawn here: a page without inline styles and foreign fonts needs few lines for them. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  clear: 'M6 6l12 12M18 6L6 18',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A16 16 0 0 1 3 6a3 3 0 0 1 3-3z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, turns }: { name: IconName; turns?: boolean }) {
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The networks' own signs, as few strokes as a coin has room for; none for what is no network. */
const networkPaths: Record<string, string> = {
  whatsapp:
    'M8 7h2l1 3-1.5 1a8 8 0 0 0 3.5 3.5L14 13l3 1v2a1.5 1.5 0 0 1-1.5 1.5A9 9 0 0 1 6.5 8.5 1.5 1.5 0 0 1 8 7z',
  instagram:
    'M9 5h6a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  messenger: 'M5 15l4-5 3 3 3-3 4 0-4 5-3-3-3 3z',
  telegram: 'M4 12l16-7-3 14-5-4-2 3-1-5z',
  telegram_business: 'M4 12l16-7-3 14-5-4-2 3-1-5z',
  facebook_leads: 'M15 5h-1a3 3 0 0 0-3 3v11M8 12h6',
  google_leads: 'M18 8a7 7 0 1 0 1 4h-6',
  linkedin_leads: 'M7 10v8M7 6v.5M12 18v-8M12 14a3 3 0 0 1 6 0v4',
  forms: 'M7 8h10M7 12h10M7 16h6',
}

export function NetworkSign({ network }: { network: string }) {
  const path = Object.hasOwn(networkPaths, network) ? networkPaths[network] : undefined
  if (!path) return null
  return (
    <svg class={`mark mark-${network.replaceAll('_', '-')}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
