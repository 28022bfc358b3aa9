import { GraphError } from './graph-error.ts'
import type { Rates } from './meta-options.ts'
import { pairRateLimit, throughputLimit } from './problems.ts'

export interface SendRates {
  /**
   * Counts one message from a number to a person.
   * @throws {GraphError} 130429 when the number sends too fast, 131056 when this person gets too many. A refused
   * message costs nothing.
   */
  take(phoneNumberId: string, peer: string): void
  enable(enabled: boolean): void
  enabled(): boolean
}

export function createSendRates(rates: Rates, now: () => number): SendRates {
  let enabled = rates.enabled
  const second = new Map<string, { begins: number; count: number }>()
  /** When the debt of a pair is paid; each message adds `pairEveryMs`, and `pairBurst` messages of debt are allowed. */
  const paidAt = new Map<string, number>()
  return {
    take(phoneNumberId, peer) {
      if (!enabled) return
      const at = now()
      const window = second.get(phoneNumberId)
      const current = window && at - window.begins < 1000 ? window : { begins: at, count: 0 }
      if (current.count >= rates.perSecond) throw new GraphError(throughputLimit)
      const pair = `${phoneNumberId} ${peer}`
      const paid = Math.max(paidAt.get(pair) ?? 0, at) + rates.pairEveryMs
      if (paid - at > rates.pairBurst * rates.pairEveryMs) throw new GraphError(pairRateLimit)
      current.count += 1
      second.set(phoneNumberId, current)
      paidAt.set(pair, paid)
    },
    enable(wanted) {
      enabled = wanted
    },
    enabled: () => enabled,
  }
}
