import { setTimeout as sleep } from 'node:timers/promises'
import { Api, Bot, BotError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Desk } from '#core/desk.ts'
import type { Subscriber } from '#core/events.ts'
import type { Words } from '#core/i18n.ts'
import type { Intake } from '#core/inbox/raw-call.ts'
import { telegramUpdateCall } from '#core/inbox/telegram-update-call.ts'
import type { Logger } from '#core/log.ts'
import type { MediaFetcher } from '#core/media/media-fetcher.ts'
import type { Messenger } from '#core/posts/post.ts'
import { createBot } from './bot.ts'
import { createMenuSubscriber } from './commands/keep-menus.ts'
import { holdsSecret } from './connect/secret-updates.ts'
import type { BotFiles, NetworkSetup, StaffContext } from './context.ts'
import { createAppLinks } from './mini-app/create-app-links.ts'
import { createSubscribers } from './notices/create-subscribers.ts'
import { createGate } from './posts/create-gate.ts'
import { createMessenger } from './posts/create-messenger.ts'
import { allowedUpdates } from './receiving/allowed-updates.ts'
import { createMediaFetcher } from './receiving/create-media-fetcher.ts'
import { keepTrying } from './receiving/keep-trying.ts'
import { receiveByPolling } from './receiving/receive-by-polling.ts'
import { setCommands } from './set-commands.ts'
import { adoptGroup } from './team-desk/adopt-group.ts'

export interface StaffBotOptions {
  token: string
  /** Without a slash at its end. */
  apiRoot: string
  desk: Desk
  words: Words
  log: Logger
  /** The stored files of messages: those of customers are shown to staff. */
  files: BotFiles
  /** Where networks and websites reach the desk; empty while nobody knows. */
  publicUrl: () => string
  /** What the server's settings lack for a network; absent: nothing that is known. */
  setup?: (network: string) => NetworkSetup
  /** Told of each update that was handled or failed: for metrics. `ms`: how long it took. */
  onUpdateHandled?: (outcome: 'handled' | 'failed', ms: number) => void
}

export interface StaffBot {
  /** The bot's name in links, once Telegram has told it. */
  username(): Promise<string>
  /**
   * Handles one stored update; safe to hear twice. `forget`: it held a secret, and must not be kept.
   *
   * @throws when it could not be handled and should be heard again; with `forget` where it held a secret
   */
  handleUpdate(body: Buffer): Promise<{ forget: boolean }>
  subscribers: Subscriber[]
  messenger: Messenger
  /** Fetches what staff send to customers. */
  mediaFetcher: MediaFetcher
  /** Makes a group the desk of an organization that has none, once Telegram answers; goes on trying behind. */
  adoptGroup(organizationId: string, chatId: number): void
  /** Asks Telegram to deliver to `url`. Settles after the first try, which never throws; goes on trying behind. */
  receiveByWebhook(url: string, secretToken: string): Promise<void>
  receiveByPolling(intake: Intake): { close(): Promise<void> }
  /** Calls off what still tries in the background. */
  close(): Promise<void>
}

/** How long one call to Telegram may take, in seconds. */
const callSeconds = 12
/** How long an update waits for Telegram to tell who the bot is, in milliseconds; then it is heard again later. */
const helloMs = 20_000

/** The same for an upload, whose own deadline ends it before. */
const uploadSeconds = 60
/** How often a customer is told that he was seen, in milliseconds. */
const seenMs = 20_000

/** Creates the staff bot. Telegram need not be there: what is asked of it at the start is tried until it works. */
export function createStaffBot(options: StaffBotOptions): StaffBot {
  const { token, apiRoot, desk, words, log, files, publicUrl, setup, onUpdateHandled } = options
  const seen = createGate(seenMs)
  const bot = new Bot<StaffContext>(token, { client: { apiRoot, timeoutSeconds: callSeconds } })
  const link = (start: string) =>
    bot.isInited() ? `https://t.me/${bot.botInfo.username}?start=${start}` : undefined
  const tools = { desk, words, log, files, publicUrl, link, seen, ...(setup ? { setup } : {}) }
  bot.use(createBot(tools))
  const stop = new AbortController()
  const background = { log, signal: stop.signal }

  async function meet(): Promise<void> {
    bot.botInfo = await bot.api.getMe()
  }
  const known = keepTrying('asking Telegram who the bot is', meet, background)
  const menus = known.then(
    (is) => is && keepTrying('setting the menus', () => setCommands(bot.api, words), background),
  )
  const tasks: Promise<unknown>[] = [menus]

  async function becomeKnown(): Promise<void> {
    const late = sleep(helloMs, false, { ref: false })
    if (!(await Promise.race([known, late]))) throw new Error('Telegram has not told yet who the bot is.')
  }

  return {
    async username() {
      if (!(await known)) throw new Error('The bot was closed before Telegram told its name.')
      return bot.botInfo.username
    },

    async handleUpdate(body) {
      const began = performance.now()
      let outcome: 'handled' | 'failed' = 'failed'
      const update = JSON.parse(body.toString('utf8')) as Update
      try {
        await becomeKnown()
        await bot.handleUpdate(update)
        outcome = 'handled'
        return { forget: holdsSecret(update) }
      } catch (error) {
        const cause = error instanceof BotError ? error.error : error
        throw holdsSecret(update) && cause instanceof Error ? Object.assign(cause, { forget: true }) : cause
      } finally {
        onUpdateHandled?.(outcome, performance.now() - began)
      }
    },

    subscribers: [...createSubscribers(tools), createMenuSubscriber(tools)],
    messenger: createMessenger({
      name: `telegram:${token.split(':')[0]}`,
      api: bot.api,
      uploads: new Api(token, { apiRoot, timeoutSeconds: uploadSeconds }),
      open: files.open,
      words,
      appLink: createAppLinks({
        publicUrl,
        apiRoot,
        me: () => (bot.isInited() ? bot.botInfo : undefined),
        askAgain: () => void keepTrying('asking Telegram for the Mini App of the bot', meet, background),
      }),
    }),
    mediaFetcher: createMediaFetcher({ token, apiRoot, api: bot.api }),

    adoptGroup(organizationId, chatId) {
      const adopt = () => adoptGroup(tools, bot.api, bot.botInfo.id, organizationId, chatId)
      tasks.push(known.then((is) => is && keepTrying('looking at the group', adopt, background)))
    },

    async receiveByWebhook(url, secretToken) {
      const set = () =>
        bot.api.setWebhook(url, {
          secret_token: secretToken,
          allowed_updates: allowedUpdates,
          max_connections: 40,
        })
      let tried: () => void = () => undefined
      const first = new Promise<void>((resolve) => {
        tried = resolve
      })
      const task = keepTrying('setting the webhook', () => set().finally(tried), background).finally(tried)
      tasks.push(task)
      await first
    },

    receiveByPolling: (intake) =>
      receiveByPolling({ token, apiRoot, allowedUpdates, toCall: telegramUpdateCall, intake, log }),

    async close() {
      stop.abort()
      await Promise.all(tasks)
    },
  }
}
