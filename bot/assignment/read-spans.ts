import type { OfficeSpan } from '#core/office-hours/office-hours.ts'
import { plainArabic } from '../reminders/arabic-letters.ts'

const mostSpans = 4
/** After which noon a time is; Arabic as `plainArabic` writes it. */
const half = String.raw`(?:\s*(am|pm|a\.m\.|p\.m\.|ص|صباحا|م|مساء|ظهرا|عصرا))?`
const time = String.raw`(\d{1,2})(?:[:.h](\d{2})?)?${half}`
const span = new RegExp(String.raw`^${time}\s*(?:-|to|à|a|until|الي|حتي)\s*${time}$`)

/**
 * Reads hours as people write them: `9-17`, `9:00–12:30, 2:00–6:00 PM`, `9h30 à 18h`, with the digits of any language.
 * Undefined for what is none, or names a time that no clock shows.
 */
export function readSpans(text: string): OfficeSpan[] | undefined {
  const parts = plainArabic(text)
    .text.replace(/[‐-―−]/g, '-')
    .split(/[,;،\n]|\s+(?:and|et|و)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > mostSpans) return undefined
  const spans = parts.map((part) => {
    const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = span.exec(part) ?? []
    const closes = clockOf(toHour, toMinute, toHalf)
    const together = fromHalf ? undefined : clockOf(fromHour, fromMinute, toHalf)
    // `2–6 PM` begins in the afternoon too, `9–5 PM` does not.
    const opens = together && closes && together < closes ? together : clockOf(fromHour, fromMinute, fromHalf)
    return opens && closes ? { opens, closes } : undefined
  })
  return spans.every((one) => one !== undefined) ? spans : undefined
}

/** Midnight at the end of a day is written 24:00 too. */
function clockOf(hour: string | undefined, minute = '00', half?: string): string | undefined {
  if (hour === undefined) return undefined
  if (half) return halfDayClock(Number(hour), minute, /^[pمظع]/.test(half))
  const hours = Number(hour) === 24 && Number(minute) === 0 ? 0 : Number(hour)
  if (hours > 23 || Number(minute) > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${minute}`
}

/** Twelve comes before one: 12 AM is midnight. */
function halfDayClock(hour: number, minute: string, isAfternoon: boolean): string | undefined {
  if (hour < 1 || hour > 12) return undefined
  return clockOf(String((hour % 12) + (isAfternoon ? 12 : 0)), minute)
}
