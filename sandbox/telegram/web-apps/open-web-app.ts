import { randomBytes } from 'node:crypto'
import type { BotAccount, Person, StoredChat } from '../world.ts'
import { signInitData } from './sign-init-data.ts'

/** The Bot API that the simulated apps know. */
const version = '10.3'

export interface Opening {
  bot: BotAccount
  person: Person
  /** Where the button or the link was pressed. */
  chat: StoredChat
  /** The Mini App's own address. */
  url: string
  /** Behind `?startapp=` of a link; absent: a button was pressed. Empty: a link without one. */
  startParam?: string
  /** The colours of the person's Telegram, by the names of the Bot API. */
  theme: Record<string, unknown>
}

/** The address that a Telegram app opens: behind its `#` stands who opens it, signed, and in which app. */
export function openWebApp(opening: Opening): string {
  const { bot, url, startParam, theme } = opening
  const address = new URL(url)
  if (startParam) address.searchParams.set('tgWebAppStartParam', startParam)
  const told: [string, string][] = [
    ['tgWebAppData', signInitData(bot, factsOf(opening))],
    ['tgWebAppVersion', version],
    ['tgWebAppPlatform', 'web'],
    ['tgWebAppThemeParams', JSON.stringify(theme)],
  ]
  const behind = told.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  address.hash = address.hash.length > 1 ? `${address.hash.slice(1)}&${behind}` : behind
  return address.href
}

/** A button of a private chat can be answered by its query; a link says from which kind of chat it was followed. */
function factsOf({ bot, person, chat, startParam }: Opening): Record<string, string> {
  const way: Record<string, string> =
    startParam === undefined
      ? { query_id: `AAE${randomBytes(15).toString('base64url')}` }
      : {
          chat_instance: String(BigInt(bot.id) * BigInt(chat.id)),
          chat_type: chat.type,
          ...(startParam ? { start_param: startParam } : {}),
        }
  return { ...way, user: JSON.stringify(userOf(person)), auth_date: String(Math.floor(Date.now() / 1000)) }
}

const userOf = ({ id, firstName, lastName, username, languageCode }: Person) => ({
  id,
  first_name: firstName,
  last_name: lastName ?? '',
  ...(username ? { username } : {}),
  language_code: languageCode,
  allows_write_to_pm: true,
})
