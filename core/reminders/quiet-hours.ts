import { addDays, instantOf, readClock, wallOf } from './local-time.ts'

/** When a member is not to be disturbed, on the clocks of his time zone. Null ends: never. */
export interface QuietHours {
  /** `22:00` */
  from: string | null
  until: string | null
  timeZone: string
}

const minutesOf = ({ hour, minute }: { hour: number; minute: number }): number => hour * 60 + minute

/** The time itself, or the end of the quiet hours that it falls into. */
export function heldUntil(instant: Date, { from, until, timeZone }: QuietHours): Date {
  if (from === null || until === null) return instant
  const wall = wallOf(instant, timeZone)
  const now = minutesOf(wall)
  const [begins, ends] = [minutesOf(readClock(from)), minutesOf(readClock(until))]
  if (begins === ends) return instant
  const overMidnight = begins > ends
  const isQuiet = overMidnight ? now >= begins || now < ends : now >= begins && now < ends
  if (!isQuiet) return instant
  const day = overMidnight && now >= begins ? addDays(wall, 1) : wall
  const end = instantOf({ ...day, ...readClock(until) }, timeZone)
  // The clocks may have jumped over the end.
  return end > instant ? end : instant
}
