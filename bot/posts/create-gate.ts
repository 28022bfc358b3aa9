/** Lets something through once in a while. */
export interface Gate {
  pass(key: string): boolean
}

/** More keys than this are not remembered: the oldest may pass early. */
const mostKeys = 5_000

/** Lets each key pass once in `ms` milliseconds, as far as this process knows. For what is harmless to do more often. */
export function createGate(ms: number, now: () => number = () => performance.now()): Gate {
  const passed = new Map<string, number>()
  return {
    pass(key) {
      const at = now()
      const last = passed.get(key)
      if (last !== undefined && at - last < ms) return false
      passed.delete(key)
      passed.set(key, at)
      if (passed.size > mostKeys) passed.delete(passed.keys().next().value ?? '')
      return true
    },
  }
}
