import { tooManyRequests } from './api-error.ts'
import { isGroup } from './group.ts'
import type { Rates } from './telegram-options.ts'
import type { BotAccount, StoredChat } from './world.ts'

/** Refuses what a bot sends too fast. */
export interface RateLimits {
  /**
   * Counts `count` messages to this chat. Throws 429; the chat then stays closed until retry_after is
   * over.
   */
  take(bot: BotAccount, chat: StoredChat, count?: number): void
  set(change: Partial<Rates>): Rates
  /** How often each chat was refused since the start: by chat id, those refused for all chats at once included. */
  refused(): Record<string, number>
}

const minute = 60_000
const second = 1_000

interface Meter {
  /** When each message of the window was counted. */
  times: number[]
  tokens: number
  filledAt: number
  blockedUntil: number
}

/** Creates the limits of all bots. `now` is in milliseconds. */
export function createRateLimits(rates: Rates, now: () => number = Date.now): RateLimits {
  const meters = new Map<string, Meter>()
  const refusals = new Map<number, number>()
  const meterOf = (key: string): Meter => {
    const known = meters.get(key)
    if (known) return known
    const meter = { times: [], tokens: rates.privateBurst, filledAt: now(), blockedUntil: 0 }
    meters.set(key, meter)
    return meter
  }
  const refuse = (meter: Meter, waitMs: number): never => {
    const seconds = Math.max(1, Math.ceil(waitMs / second))
    meter.blockedUntil = now() + seconds * second
    throw tooManyRequests(seconds)
  }
  const checkWindow = (meter: Meter, windowMs: number, most: number, count: number) => {
    const begin = now() - windowMs
    meter.times = meter.times.filter((time) => time > begin)
    const excess = meter.times.length + count - most
    if (excess > 0)
      refuse(meter, (meter.times[Math.min(excess, meter.times.length) - 1] ?? begin) + windowMs - now())
  }
  const take = (bot: BotAccount, chat: StoredChat, count: number) => {
    const chatMeter = meterOf(`${bot.id}:${chat.key}`)
    const botMeter = meterOf(`${bot.id}`)
    const left = Math.max(chatMeter.blockedUntil, botMeter.blockedUntil) - now()
    if (left > 0) throw tooManyRequests(Math.ceil(left / second))
    if (isGroup(chat)) checkWindow(chatMeter, minute, rates.groupPerMinute, count)
    else {
      const refilled = ((now() - chatMeter.filledAt) / second) * rates.privatePerSecond
      chatMeter.tokens = Math.min(rates.privateBurst, chatMeter.tokens + refilled)
      chatMeter.filledAt = now()
      const missing = count - chatMeter.tokens
      // A hair of tolerance: a caller that waited exactly as told must not fail on floating-point dust.
      if (missing > 1e-6) refuse(chatMeter, (missing / rates.privatePerSecond) * second)
    }
    checkWindow(botMeter, second, rates.botPerSecond, count)
    chatMeter.tokens -= count
    for (let i = 0; i < count; i += 1) {
      chatMeter.times.push(now())
      botMeter.times.push(now())
    }
  }
  return {
    take(bot, chat, count = 1) {
      if (!rates.enabled) return
      try {
        take(bot, chat, count)
      } catch (error) {
        refusals.set(chat.id, (refusals.get(chat.id) ?? 0) + 1)
        throw error
      }
    },
    refused: () => Object.fromEntries(refusals),
    set(change) {
      Object.assign(rates, change)
      meters.clear()
      return { ...rates }
    },
  }
}
