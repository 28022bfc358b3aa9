import { addDays, dayOf, instantOf, readClock, type Wall, wallOf } from '../reminders/local-time.ts'

/** A span of a day, such as 09:00 to 17:30; one that does not end after it begins ends on the day after. */
export interface OfficeSpan {
  opens: string
  closes: string
}

/** When a business is open, on the clocks of its time zone. */
export interface OfficeHours {
  timeZone: string
  /** By weekday, 1 (Monday) to 7 (Sunday); a day without spans is closed. Empty: the business is always open. */
  days: ReadonlyMap<number, readonly OfficeSpan[]>
  /** Days on which it is closed, such as 2026-12-25. */
  holidays: ReadonlySet<string>
}

const weekdayOf = ({ year, month, day }: Wall): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7

/** Longer than this nothing is counted, in days: what has waited so long has waited long enough. */
const mostDays = 14

/** The spans of time in which the business is open between two instants, in order. */
function* openSpans(hours: OfficeHours, from: Date, until: Date): Generator<[number, number]> {
  const last = addDays(wallOf(until, hours.timeZone), 1)
  // The day before may reach into the first one.
  let day = addDays(wallOf(from, hours.timeZone), -1)
  for (let count = 0; count <= mostDays + 2 && dayOf(day) <= dayOf(last); count += 1) {
    if (!hours.holidays.has(dayOf(day))) {
      for (const { opens, closes } of hours.days.get(weekdayOf(day)) ?? []) {
        const begins = instantOf({ ...day, ...readClock(opens) }, hours.timeZone)
        const ends = instantOf(
          { ...(closes <= opens ? addDays(day, 1) : day), ...readClock(closes) },
          hours.timeZone,
        )
        yield [begins.getTime(), ends.getTime()]
      }
    }
    day = addDays(day, 1)
  }
}

/** Whether the business is open at an instant. */
export function isOpen(hours: OfficeHours, instant: Date): boolean {
  if (hours.days.size === 0) return !hours.holidays.has(dayOf(wallOf(instant, hours.timeZone)))
  for (const [begins, ends] of openSpans(hours, instant, instant)) {
    if (begins <= instant.getTime() && instant.getTime() < ends) return true
  }
  return false
}

/** How long the business was open between two instants, in milliseconds; of more than two weeks the last two. */
export function openTime(hours: OfficeHours, from: Date, until: Date): number {
  const begin = Math.max(from.getTime(), until.getTime() - mostDays * 86_400_000)
  const always = { timeZone: hours.timeZone, holidays: hours.holidays, days: everyDay }
  let open = 0
  let counted = begin
  const spans = [...openSpans(hours.days.size === 0 ? always : hours, new Date(begin), until)]
  for (const [begins, ends] of spans.sort(([one], [other]) => one - other)) {
    // Spans may overlap: what was counted once is not counted again.
    const start = Math.max(begins, counted)
    const end = Math.min(ends, until.getTime())
    if (end > start) {
      open += end - start
      counted = end
    }
  }
  return open
}

const everyDay: ReadonlyMap<number, readonly OfficeSpan[]> = new Map(
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ opens: '00:00', closes: '00:00' }]]),
)
