export interface Limiter {
  /** Takes one from the key's allowance; how long to wait, in seconds, where nothing is left. */
  take(key: string): { allowed: true } | { allowed: false; afterSeconds: number }
}

/** Beyond this many senders the oldest is forgotten: a flood of addresses must not fill the memory. */
const mostKeys = 20_000

/**
 * An allowance for each key as a generic cell rate: so many a minute, of which so many at once.
 * It lives in this process: several processes allow as many times more, which is still far from a flood.
 */
export function createLimiter(perMinute: number, burst: number, now = () => Date.now()): Limiter {
  const step = 60_000 / perMinute
  const usedUntil = new Map<string, number>()
  return {
    take(key) {
      const at = now()
      const until = Math.max(usedUntil.get(key) ?? 0, at)
      const ahead = until + step - at
      if (ahead > step * burst) {
        return { allowed: false, afterSeconds: Math.ceil((ahead - step * burst) / 1000) }
      }
      usedUntil.delete(key)
      usedUntil.set(key, until + step)
      const [oldest] = usedUntil.keys()
      if (usedUntil.size > mostKeys && oldest !== undefined) usedUntil.delete(oldest)
      return { allowed: true }
    },
  }
}
