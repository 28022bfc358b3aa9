import { useEffect, useState } from 'preact/hooks'

/** Which lead the address names; undefined: the list. */
const current = () => new URLSearchParams(location.search).get('lead') ?? undefined

export const addressOf = (lead: string | undefined) =>
  location.pathname + (lead ? `?lead=${encodeURIComponent(lead)}` : '')

/** Where the reader is, as the address says it, so that the way back is the browser's own. */
export interface Route {
  lead: string | undefined
  open(lead: string): void
  back(): void
}

/** @param asked the lead that a link into Telegram asked for */
export function useRoute(asked: string | undefined): Route {
  const [lead, setLead] = useState(() => {
    if (asked && !current()) history.replaceState(null, '', addressOf(asked))
    return current()
  })
  useEffect(() => {
    const follow = () => setLead(current())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  return {
    lead,
    open(next) {
      history.pushState({ fromList: true }, '', addressOf(next))
      setLead(next)
    },
    back() {
      if (history.state?.fromList) return history.back()
      // Opened by a link: there is nothing behind it but Telegram.
      history.replaceState(null, '', addressOf(undefined))
      setLead(undefined)
    },
  }
}
