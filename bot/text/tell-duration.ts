import type { Say } from '#core/i18n.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A span of time in words, rounded down, in its largest sensible unit: "5 min", "23 h", "3 days". */
export function tellDuration(say: Say, ms: number): string {
  if (ms < minute) return say('duration-moments')
  if (ms < hour) return say('duration-minutes', { count: Math.floor(ms / minute) })
  if (ms < 2 * day) return say('duration-hours', { count: Math.floor(ms / hour) })
  return say('duration-days', { count: Math.floor(ms / day) })
}
