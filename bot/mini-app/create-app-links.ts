import type { UserFromGetMe } from 'grammy/types'
import { isPublicUrl } from '../posts/is-public-url.ts'

/** How a button opens the Mini App: in a private chat as such, elsewhere as a link. */
export type AppLink = { web_app: { url: string } } | { url: string }

/** @param place a lead as `lead_<short id>`; empty: where the Mini App begins. Undefined: it cannot be opened there. */
export type FindAppLink = (place: string, isGroup: boolean) => AppLink | undefined

export interface AppLinkOptions {
  /** Where the desk is reached; empty while nobody knows. */
  publicUrl: () => string
  /** Where the Bot API is. */
  apiRoot: string
  /** The bot as Telegram told it last; undefined while it has not. */
  me: () => Pick<UserFromGetMe, 'username' | 'has_main_web_app'> | undefined
  /** Has Telegram tell it once more, behind. */
  askAgain: () => void
}

/** For how long it is believed that the bot has no main Mini App, in milliseconds: an owner sets one up at any time. */
const believedMs = 60_000

/**
 * Where the Mini App opens. Telegram takes buttons for it in private chats alone, and with https addresses alone. In a group
 * it is a link to the bot's main Mini App, which leads nowhere unless one is set up for the bot.
 */
export function createAppLinks({ publicUrl, apiRoot, me, askAgain }: AppLinkOptions): FindAppLink {
  let askedAt = Date.now()

  function mainApp(place: string): AppLink | undefined {
    const bot = me()
    if (!bot) return undefined
    if (bot.has_main_web_app) return { url: `https://t.me/${bot.username}?startapp=${place}` }
    if (Date.now() - askedAt > believedMs) {
      askedAt = Date.now()
      askAgain()
    }
    return undefined
  }

  return (place, isGroup) => {
    const base = publicUrl()
    if (!isPublicUrl(base) && !(isThisMachine(base) && isThisMachine(apiRoot))) return undefined
    return isGroup ? mainApp(place) : { web_app: { url: pageOf(base, place) } }
  }
}

function pageOf(base: string, place: string): string {
  const page = new URL('miniapp/', base.endsWith('/') ? base : `${base}/`)
  const lead = /^lead_([\w-]+)$/.exec(place)?.[1]
  if (lead) page.searchParams.set('lead', lead)
  return page.href
}

/** A Telegram that is simulated on this machine shows pages of this machine. */
const isThisMachine = (url: string): boolean =>
  URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
