import type { NewPhone } from './phone.ts'
import type { Template } from './template.ts'

/** How the simulated Meta behaves. All times in milliseconds. */
export interface MetaOptions {
  /** Bounds of the pause before each of `sent` and `delivered`. Default 150 to 600. */
  statusDelayMs?: readonly [number, number]
  /** Bounds of the pause before a customer who `reads` has read. Default 800 to 2500. */
  readDelayMs?: readonly [number, number]
  /** Pauses before the second, third, … attempt of a webhook; the last one repeats. */
  retryDelaysMs?: readonly number[]
  /** No webhook is tried again once it is this old. Default 7 days. */
  giveUpAfterMs?: number
  /** A webhook unanswered for this long has failed. Default 10 000. */
  webhookTimeoutMs?: number
  /**
   * What becomes of a free-form message outside the 24-hour window. `webhook` (default): accepted, then a `failed`
   * status with 131047. `answer`: refused with 131047 at once. Both happen in service.
   */
  outsideWindow?: 'webhook' | 'answer'
  rates?: Partial<Rates>
  /** The message templates every account owns. Default: a handful in several languages. */
  templates?: readonly Template[]
  /** The customers at the start. Default: six people on three networks. */
  people?: readonly NewPhone[]
  /** The clock of windows, rates and timestamps. Default `Date.now`. */
  now?: () => number
  /** Address of the server this simulator lives in; with it, media in webhooks carry a `url`, as they do since 2025. */
  publicUrl?: () => string | undefined
}

export interface Rates {
  enabled: boolean
  /** Messages one person may get at once. */
  pairBurst: number
  /** How long one message to one person costs. */
  pairEveryMs: number
  /** Messages one number may send per second. */
  perSecond: number
}

const minute = 60_000

/** The options with every default filled in. */
export function completeOptions(options: MetaOptions) {
  return {
    statusDelayMs: options.statusDelayMs ?? ([150, 600] as const),
    readDelayMs: options.readDelayMs ?? ([800, 2500] as const),
    retryDelaysMs: options.retryDelaysMs ?? [
      1000,
      3000,
      10_000,
      30_000,
      2 * minute,
      10 * minute,
      60 * minute,
    ],
    giveUpAfterMs: options.giveUpAfterMs ?? 7 * 24 * 60 * minute,
    webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
    outsideWindow: options.outsideWindow ?? 'webhook',
    rates: { enabled: true, pairBurst: 45, pairEveryMs: 6000, perSecond: 80, ...options.rates } as Rates,
    now: options.now ?? Date.now,
    publicUrl: options.publicUrl ?? (() => undefined),
  }
}

export type CompleteOptions = ReturnType<typeof completeOptions>
