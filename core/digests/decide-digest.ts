import { addDays, dayOf, instantOf, readClock, wallOf } from '../reminders/local-time.ts'
import { heldUntil, type QuietHours } from '../reminders/quiet-hours.ts'

/** A digest as its row stands. */
export interface DigestState extends QuietHours {
  /** `08:30`, on the clocks of the time zone. */
  at: string
  /** Null: not worked out yet, or to be worked out anew. */
  dueAt: Date | null
  /** The local day that the last one was for, such as 2026-11-26. */
  lastDay: string | null
}

/** `day`: the local day to send one for now, if any. `dueAt`: when to look again. */
export interface DigestDecision {
  day: string | null
  dueAt: Date
}

/**
 * Whether a digest is sent now, and when to look again. Each local day has at most one, whatever the clocks did; after an
 * outage over several, one comes late, for the newest; what falls into quiet hours comes at their end.
 */
export function decideDigest(state: DigestState, now: Date): DigestDecision {
  const { at, dueAt, lastDay, timeZone } = state
  const today = wallOf(now, timeZone)
  const timeOn = (days: number) => {
    const wall = { ...addDays(today, days), ...readClock(at) }
    return { day: dayOf(wall), at: instantOf(wall, timeZone) }
  }
  const isNew = (day: string) => lastDay === null || day > lastDay
  const comes = (passed?: string): Date => {
    for (let days = 0; ; days += 1) {
      const next = timeOn(days)
      if (next.at > now && isNew(next.day) && (passed === undefined || next.day > passed)) return next.at
    }
  }
  if (dueAt === null || dueAt > now) return { day: null, dueAt: dueAt ?? comes() }
  const newest = [timeOn(0), timeOn(-1)].find((time) => time.at <= now)
  if (!newest || !isNew(newest.day)) return { day: null, dueAt: comes() }
  const held = heldUntil(now, state)
  if (held > now) return { day: null, dueAt: held }
  return { day: newest.day, dueAt: comes(newest.day) }
}
