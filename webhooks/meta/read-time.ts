export interface ReadTime {
  at: Date
  /** The network's own value where it made no sense and `at` is the time of reading. */
  unreadable?: unknown
}

const day = 86_400_000

/**
 * A network's time, in seconds, milliseconds or microseconds, as a number or a string: told apart by
 * magnitude. What names no time between 2001 and tomorrow is answered with `now`: a time in the future
 * would hold a reply window open that is shut.
 */
export function readTime(raw: unknown, now: Date): ReadTime {
  const milliseconds = toMilliseconds(raw)
  if (milliseconds === undefined || milliseconds > now.getTime() + day) {
    return { at: now, unreadable: raw ?? null }
  }
  return { at: new Date(milliseconds) }
}

function toMilliseconds(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && /^\d{1,20}(\.\d{1,9})?$/.test(raw.trim()) ? Number(raw) : raw
  if (typeof value !== 'number') return undefined
  if (value >= 1e9 && value < 1e11) return Math.round(value * 1000)
  if (value >= 1e12 && value < 1e14) return Math.round(value)
  if (value >= 1e15 && value < 1e17) return Math.round(value / 1000)
  return undefined
}
