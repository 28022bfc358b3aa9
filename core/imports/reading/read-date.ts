import type { DateOrder } from '../list-mapping.ts'

const inAscii = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,].*)?$/
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/
/** Before it nobody kept leads: what is older is a slip, such as 0202 for 2020. */
const earliest = Date.UTC(1970, 0, 1)

/**
 * Reads a date as lists have it: 2026-11-26, 26/11/2026, 26.11.2026 in any digits, or a full moment with its zone. A
 * time of the day without a zone is left out: nobody knows whose it is; such a day begins in UTC.
 *
 * @returns undefined for what is no day of the calendar, before 1970 or after `now`
 */
export function readDate(written: string, order: DateOrder, now: Date): Date | undefined {
  const text = inAscii(written).trim()
  const date = moment.test(text) ? new Date(text.replace(' ', 'T').replace(/\s/g, '')) : readDay(text, order)
  if (!date || Number.isNaN(date.getTime()) || date.getTime() < earliest) return undefined
  // Whoever is ahead of UTC may write today's date before it is that there.
  if (date.getTime() > now.getTime() + 86_400_000) return undefined
  return date > now ? now : date
}

function readDay(text: string, order: DateOrder): Date | undefined {
  const parts = yearFirst.exec(text) ?? yearLast.exec(text)
  if (!parts) return undefined
  const [first = 0, second = 0, third = 0] = parts.slice(1, 4).map(Number)
  if ((parts[1] ?? '').length === 4) return dayOf(first, second, third)
  return order === 'dmy' ? dayOf(third, second, first) : dayOf(third, first, second)
}

function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined
}

/** Which order the dates of a column are written in: a number above 12 tells; otherwise the day is taken to come first. */
export function suggestDateOrder(dates: readonly string[]): DateOrder {
  for (const date of dates) {
    const parts = yearLast.exec(inAscii(date).trim())
    if (!parts) continue
    if (Number(parts[1]) > 12) return 'dmy'
    if (Number(parts[2]) > 12) return 'mdy'
  }
  return 'dmy'
}
