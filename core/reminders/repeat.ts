import { addDays, addMonths, instantOf, type Wall } from './local-time.ts'

export const repeats = ['none', 'daily', 'weekly', 'monthly'] as const
export type Repeat = (typeof repeats)[number]

/** The next time of what repeats: which one it is, counted from 0 for the first, and when. */
export interface Occurrence {
  occurrence: number
  at: Date
}

const step: Record<Exclude<Repeat, 'none'>, (wall: Wall, count: number) => Wall> = {
  daily: addDays,
  weekly: (wall, count) => addDays(wall, count * 7),
  monthly: addMonths,
}

/**
 * The next time after `after` of what repeats: at the same time of the day as the first, whatever the clocks did since.
 * Times that were missed are left out. Undefined for what does not repeat.
 */
export function nextOccurrence(
  { wall, repeat, occurrence }: { wall: Wall; repeat: Repeat; occurrence: number },
  after: Date,
  timeZone: string,
): Occurrence | undefined {
  if (repeat === 'none') return undefined
  for (let next = occurrence + 1; ; next += 1) {
    const at = instantOf(step[repeat](wall, next), timeZone)
    if (at > after) return { occurrence: next, at }
  }
}
