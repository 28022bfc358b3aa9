import { addDays, instantOf, readClock, wallOf } from '../reminders/local-time.ts'
import { heldUntil, type QuietHours } from '../reminders/quiet-hours.ts'
import type { Gathering } from './notice-choice.ts'

const hourMs = 3_600_000

/**
 * When what is put together from now on comes: at the next full hour, or at the next time of the member's morning digest
 * (`07:30`, on his clocks), and never in his quiet hours.
 */
export function decideGathering(gather: Gathering, morningAt: string, hours: QuietHours, now: Date): Date {
  if (gather === 'hourly')
    return heldUntil(new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs), hours)
  const today = wallOf(now, hours.timeZone)
  const [morning] = [0, 1, 2]
    .map((days) => instantOf({ ...addDays(today, days), ...readClock(morningAt) }, hours.timeZone))
    .filter((instant) => instant > now)
  return heldUntil(morning ?? new Date(now.getTime() + 24 * hourMs), hours)
}
