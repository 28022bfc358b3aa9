/** A date and time as a clock on a wall shows them; months count from 1. */
export interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a clock costs more than reading it a thousand times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
    const time = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...parts, ...time, timeZone })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** Whether there is such a time zone, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** What a wall clock shows at an instant. */
export function wallOf(instant: Date, timeZone: string): Wall {
  const found = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = found
  return { year, month, day, hour, minute }
}

const dayMs = 86_400_000
const asUtc = ({ year, month, day, hour, minute }: Wall): number =>
  Date.UTC(year, month - 1, day, hour, minute)

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
const offsetAt = (ms: number, timeZone: string): number =>
  asUtc(wallOf(new Date(ms), timeZone)) - Math.floor(ms / 60_000) * 60_000

/**
 * When a wall clock shows a time. A time that a change of the clocks leaves out comes as much later as they jump (02:30
 * is 03:30 then); of one that they show twice it is the first.
 */
export function instantOf(wall: Wall, timeZone: string): Date {
  const utc = asUtc(wall)
  const before = utc - offsetAt(utc - dayMs, timeZone)
  const after = utc - offsetAt(utc + dayMs, timeZone)
  const shown = [before, after]
    .filter((ms) => asUtc(wallOf(new Date(ms), timeZone)) === utc)
    .sort((one, other) => one - other)
  return new Date(shown[0] ?? before)
}

/** The same time of the day, so many days later. */
export function addDays(wall: Wall, days: number): Wall {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days))
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The same day of a later month; the last one where that month is shorter. */
export function addMonths(wall: Wall, months: number): Wall {
  const first = new Date(Date.UTC(wall.year, wall.month - 1 + months, 1))
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { ...wall, year, month, day: Math.min(wall.day, last) }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** `2026-11-26`, which sorts as its days do. */
export const dayOf = ({ year, month, day }: Wall): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** As PostgreSQL reads and writes a timestamp without a zone, to the minute. */
export const writeWall = (wall: Wall): string => `${dayOf(wall)} ${two(wall.hour)}:${two(wall.minute)}`

/** @throws Error for anything that `writeWall` would not write, seconds apart */
export function readWall(text: string): Wall {
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)/.exec(text)
  if (!match) throw new Error('This is no date and time of a wall clock.')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  return { year, month, day, hour, minute }
}

/** The hour and minute of `08:30` or `08:30:00`. */
export function readClock(text: string): Pick<Wall, 'hour' | 'minute'> {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return { hour, minute }
}
