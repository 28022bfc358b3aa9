import type { OfficeSpan } from '#core/office-hours/office-hours.ts'
import { plainArabic } from '../reminders/arabic-letters.ts'

const mostSpans = 4
const time = String.raw`(\d{1,2})(?:[:.h](\d{2})?)?`
const span = new RegExp(String.raw`^${time}\s*(?:-|to|à|a|until|الي|حتي)\s*${time}$`)

/**
 * Reads hours as people write them: `9-17`, `9:00–12:30, 14:00–18:00`, `9h30 à 18h`, with the digits of any language.
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
    const [, fromHour, fromMinute, toHour, toMinute] = span.exec(part) ?? []
    const opens = clockOf(fromHour, fromMinute)
    const closes = clockOf(toHour, toMinute)
    return opens && closes ? { opens, closes } : undefined
  })
  return spans.every((one) => one !== undefined) ? spans : undefined
}

/** Midnight at the end of a day is written 24:00 too. */
function clockOf(hour: string | undefined, minute = '00'): string | undefined {
  if (hour === undefined) return undefined
  const hours = Number(hour) === 24 && Number(minute) === 0 ? 0 : Number(hour)
  if (hours > 23 || Number(minute) > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${minute}`
}
