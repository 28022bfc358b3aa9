import type { Handler, Kernel, Remembered } from '../kernel.ts'
import { callMethod } from './call-method.ts'
import { createTelegramControl } from './control/create-control.ts'
import { createFileStore } from './file-store.ts'
import type { Ground } from './ground.ts'
import { createParams } from './params.ts'
import { createPresses } from './presses.ts'
import { createRateLimits } from './rate-limits.ts'
import { createBotApi } from './serve-bot-api.ts'
import { shortToken } from './short-token.ts'
import { showBusiness, showCustomer } from './show-customer.ts'
import { showStaff } from './show-staff.ts'
import { fillSettings, type TelegramOptions } from './telegram-options.ts'
import { createUpdates } from './updates.ts'
import {
  type BotAccount,
  type BusinessConnection,
  createWorld,
  type Person,
  type StoredChat,
  type World,
} from './world.ts'

/** The simulated Telegram: the Bot API for the product, the control API for people. */
export interface Telegram {
  handler: Handler
  control: Handler
  remembered: Remembered
  /** What GET /playground/api/state shows: the people with their chats, and the bots without their tokens. */
  staff(): unknown[]
  bots(): unknown[]
  /** The people who write to bots as customers, with their chats; and the business accounts. */
  customers(): unknown[]
  business(): unknown[]
  /** How often each chat was refused by 429, by its id. */
  refusals(): Record<string, number>
  /** Where the product listens, learned from setWebhook. */
  appUrl(): string | undefined
  close(): void
}

interface SavedWorld extends Omit<World, 'people' | 'bots' | 'chats' | 'connections'> {
  people: Person[]
  bots: BotAccount[]
  chats: StoredChat[]
  /** Absent from what was saved before there were any. */
  connections?: BusinessConnection[]
}

// What a webhook may ask for in its answer: calls that give nothing back to read.
function mayAnswerWith(method: string): boolean {
  return !/^(get|setWebhook$|deleteWebhook$|logOut$|close$)/i.test(method)
}

/**
 * Creates an empty Telegram. `close` stops deliveries; nothing is undelivered without being kept in
 * `remembered`.
 */
export function createTelegram(kernel: Kernel, options: TelegramOptions = {}): Telegram {
  const settings = fillSettings(options)
  const world = createWorld()
  const execute = async (bot: BotAccount, answer: Record<string, unknown>) => {
    const { method, ...values } = answer
    if (typeof method !== 'string' || !mayAnswerWith(method)) return
    const at = Date.now()
    const params = createParams(new Map(Object.entries(values)), new Map())
    const reply = await callMethod({ ground, bot, params, gone: Promise.resolve() }, method)
    kernel.record({
      at,
      from: 'app',
      to: 'telegram',
      title: `webhook answer of bot${shortToken(bot.token)}: ${method}`,
      status: reply.status,
      ms: Date.now() - at,
      request: values,
      response: reply.body,
    })
  }
  const ground: Ground = {
    kernel,
    settings,
    world,
    files: createFileStore(),
    rates: createRateLimits(settings.rates),
    updates: createUpdates(kernel, settings, world, execute),
    presses: createPresses(settings.callbackExpiryMs),
    inlineQueries: createPresses(settings.inlineExpiryMs),
  }
  return {
    handler: createBotApi(ground),
    control: createTelegramControl(ground),
    remembered: {
      name: 'telegram',
      save: () => ({
        world: {
          ...world,
          people: [...world.people.values()],
          bots: [...world.bots.values()],
          chats: [...world.chats.values()],
          connections: [...world.connections.values()],
        },
        files: ground.files.save(),
        updates: ground.updates.save(),
      }),
      restore(saved) {
        const {
          world: kept,
          files,
          updates,
        } = saved as { world: SavedWorld; files: unknown; updates: unknown }
        world.nextUserId = kept.nextUserId
        world.nextGroupId = kept.nextGroupId
        world.nextUpdateId = kept.nextUpdateId
        for (const person of kept.people) world.people.set(person.id, person)
        for (const bot of kept.bots) world.bots.set(bot.id, bot)
        for (const chat of kept.chats) world.chats.set(chat.key, chat)
        for (const one of kept.connections ?? []) world.connections.set(one.ownerId, one)
        ground.files.restore(files)
        ground.updates.restore(updates)
      },
    },
    staff: () =>
      [...world.people.values()]
        .filter((person) => !person.isCustomer)
        .map((person) => showStaff(ground, person)),
    customers: () =>
      [...world.people.values()]
        .filter((person) => person.isCustomer)
        .map((person) => showCustomer(ground, person)),
    business: () => showBusiness(ground),
    bots: () =>
      [...world.bots.values()].map((bot) => ({
        id: bot.id,
        username: bot.username,
        firstName: bot.firstName,
        ...(bot.forCustomers ? { forCustomers: true } : {}),
        webhookUrl: bot.webhook?.url,
        pendingUpdates: ground.updates.pending(bot),
      })),
    refusals: () => ground.rates.refused(),
    appUrl() {
      const url = [...world.bots.values()].find((bot) => bot.webhook)?.webhook?.url
      return url === undefined ? undefined : new URL(url).origin
    },
    close: () => ground.updates.close(),
  }
}
