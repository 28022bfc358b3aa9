import { webApp } from './web-app.ts'

/** How the page was opened. */
export interface Launch {
  /** What Telegram signed, untouched; empty outside of Telegram. */
  initData: string
  /** The lead that was asked for, by its short id. */
  lead: string | undefined
  /** What the person's Telegram or browser speaks. */
  language: string
  theme: Record<string, string>
}

/** Where Telegram's script keeps what it read, so that it finds it when it comes after the fragment is gone. */
const keptByTelegram = '__telegram__initParams'

/**
 * Reads how the page was opened: from Telegram's script where it is there, else from the fragment that Telegram gives to
 * each Mini App. The fragment says who somebody is, so it leaves the address at once: it must not be shared with it.
 */
export function takeLaunch(): Launch {
  const params = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
  const query = new URLSearchParams(location.search)
  const start = query.get('tgWebAppStartParam')
  if (params.tgWebAppData !== undefined) keepForTelegram(params)
  if (location.hash !== '' || start !== null) {
    query.delete('tgWebAppStartParam')
    const rest = query.toString()
    history.replaceState(history.state, '', location.pathname + (rest ? `?${rest}` : ''))
  }
  const initData = webApp()?.initData || params.tgWebAppData || ''
  const signed = new URLSearchParams(initData)
  const asked = signed.get('start_param') ?? start ?? ''
  return {
    initData,
    lead: /^lead_([\w-]{22})$/.exec(asked)?.[1],
    language: languageOf(signed.get('user')) ?? navigator.language,
    theme: webApp()?.themeParams ?? recordOf(params.tgWebAppThemeParams),
  }
}

function keepForTelegram(params: Record<string, string>): void {
  try {
    sessionStorage.setItem(keptByTelegram, JSON.stringify(params))
  } catch {
    // A browser that keeps nothing for frames of others: Telegram's script will know less, and we know enough.
  }
}

function languageOf(user: string | null): string | undefined {
  const { language_code: code } = recordOf(user)
  return typeof code === 'string' && code !== '' ? code : undefined
}

function recordOf(json: string | null | undefined): Record<string, string> {
  try {
    const read: unknown = JSON.parse(json ?? '')
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {}
  } catch {
    return {}
  }
}
