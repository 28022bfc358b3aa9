/** How much a bot may send. Edits count like messages; reactions, callback answers and commands do not. */
export interface Rates {
  enabled: boolean
  /** Private chat: a bucket of `privateBurst` messages that refills at `privatePerSecond`. */
  privatePerSecond: number
  privateBurst: number
  /** Group: messages and edits in any 60 seconds, all topics together. */
  groupPerMinute: number
  /** All chats of one bot together, in any second. */
  botPerSecond: number
}

export interface TelegramOptions {
  rates?: Partial<Rates>
  /** Pauses before each further try of a webhook call, in milliseconds; the last one repeats. */
  webhookRetryMs?: number[]
  /** How long a webhook call may take. */
  webhookTimeoutMs?: number
  /** Age at which undelivered updates are lost: messages and the like. */
  updateExpiryMs?: number
  /** Age at which undelivered callback queries are lost, and at which their ids can no longer be answered. */
  callbackExpiryMs?: number
  /** Age at which what was asked while typing can no longer be answered. */
  inlineExpiryMs?: number
  /** How long the control API's press of a button waits for the bot's answer. */
  pressWaitMs?: number
}

export interface Settings {
  rates: Rates
  webhookRetryMs: number[]
  webhookTimeoutMs: number
  updateExpiryMs: number
  callbackExpiryMs: number
  inlineExpiryMs: number
  pressWaitMs: number
}

/**
 * Fills in what the real servers do: a retry at once, then 2, 4, 8… up to 60 s; 24 h for messages, 150 s
 * for callbacks.
 */
export function fillSettings(options: TelegramOptions): Settings {
  return {
    webhookRetryMs: options.webhookRetryMs ?? [0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000],
    webhookTimeoutMs: options.webhookTimeoutMs ?? 60_000,
    updateExpiryMs: options.updateExpiryMs ?? 24 * 60 * 60_000,
    callbackExpiryMs: options.callbackExpiryMs ?? 150_000,
    inlineExpiryMs: options.inlineExpiryMs ?? 10_000,
    pressWaitMs: options.pressWaitMs ?? 10_000,
    rates: {
      enabled: true,
      privatePerSecond: 1,
      privateBurst: 5,
      groupPerMinute: 20,
      botPerSecond: 30,
      ...options.rates,
    },
  }
}
