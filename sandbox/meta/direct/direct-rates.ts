import { GraphError } from '../graph-error.ts'

/** How many messages an account may send in a second: recordings and films are dear. */
const perSecond = { light: 300, heavy: 10 }

/** Counts what accounts send. */
export interface DirectRates {
  /** @param type of the attachment; absent: text. @throws {GraphError} 613; a refused message costs nothing */
  take(accountId: string, type?: string): void
}

/** @param enabled whether limits are held to at this moment */
export function createDirectRates(enabled: () => boolean, now: () => number): DirectRates {
  const windows = new Map<string, { begins: number; count: number }>()
  return {
    take(accountId, type) {
      if (!enabled()) return
      const weight = type === 'audio' || type === 'video' ? 'heavy' : 'light'
      const key = `${accountId} ${weight}`
      const at = now()
      const known = windows.get(key)
      const current = known && at - known.begins < 1000 ? known : { begins: at, count: 0 }
      if (current.count >= perSecond[weight])
        throw new GraphError({ code: 613, title: 'Calls to this api have exceeded the rate limit.' })
      current.count += 1
      windows.set(key, current)
    },
  }
}
