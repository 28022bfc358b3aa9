/** How times are told: in the member's language and time zone. */
export interface Times {
  /** For a list: the hour today, the weekday within a week, else the date. */
  short(iso: string): string
  hour(iso: string): string
  /** The day that a conversation's lines belong to. */
  day(iso: string): string
  /** Equal for times of one day. */
  dayKey(iso: string): string
  full(iso: string): string
}

const week = 6 * 24 * 3_600_000

export function createTimes(language: string, timeZone: string, now = () => Date.now()): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const clock = new Intl.DateTimeFormat(language, { ...options, timeZone })
    return (iso: string) => clock.format(new Date(iso))
  }
  const hour = format({ hour: 'numeric', minute: '2-digit' })
  const weekday = format({ weekday: 'short' })
  const date = format({ day: 'numeric', month: 'short' })
  const dateOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayKey = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const year = format({ year: 'numeric' })
  const today = () => new Date(now()).toISOString()
  const isThisYear = (iso: string) => year(iso) === year(today())
  const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const longDayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const full = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  })
  return {
    hour,
    dayKey,
    full,
    short(iso) {
      if (dayKey(iso) === dayKey(today())) return hour(iso)
      const ago = now() - new Date(iso).getTime()
      if (ago > 0 && ago < week) return weekday(iso)
      return isThisYear(iso) ? date(iso) : dateOfYear(iso)
    },
    day: (iso) => (isThisYear(iso) ? longDay(iso) : longDayOfYear(iso)),
  }
}

/** How much a file holds, as people say it. */
export function tellSize(language: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000
  const unit = isLarge ? 'megabyte' : 'kilobyte'
  const amount = isLarge ? bytes / 1_000_000 : Math.max(bytes / 1_000, 1)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 && isLarge ? 1 : 0,
  }).format(amount)
}
