import { casual as english } from 'chrono-node/en'
import { casual as french } from 'chrono-node/fr'
import { addDays, instantOf, type Wall, wallOf } from '#core/reminders/local-time.ts'
import type { FoundWhen, WhenContext } from './found-when.ts'

type Spoken = 'en' | 'fr'
const parsers = { en: english, fr: french }

/** What chrono does not know, or takes for something else, in words that it knows. */
const others: Record<Spoken, [RegExp, string][]> = {
  en: [
    [/\b(\d{1,2})h(\d{2})?\b/giu, '$1:$2'],
    // "monday 9", where no month, no minutes and no am or pm say otherwise.
    [
      /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day) (\d|1\d|2[0-3])(?![\d:.,/-]|\s*(?:[ap]\.?m|st|nd|rd|th|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\s*o.clock)(?!\p{L})/giu,
      '$1 $2:00',
    ],
  ],
  fr: [
    [/(?<!\p{L})(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s(?!\p{L})/giu, '$1'],
    [/dans une demi[- ]heure/giu, 'dans 30 minutes'],
    [/dans un quart d[’']heure/giu, 'dans 15 minutes'],
    [/(?<![\p{L}-])midi(?![\p{L}])/giu, '12h'],
  ],
}

/** As a date: chrono takes it for tomorrow, and `in 2 days 9h` for two days and nine hours. */
const dayAfterTomorrow = /(?<![\p{L}-])(?:apr[eè]s[- ]demain|(?:the )?day after tomorrow)(?!\p{L})/giu
const writeDay = ({ year, month, day }: Wall): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** When a part of the day is meant that is said without an hour; a day by itself is its morning. */
const hoursOf: Record<string, number> = {
  morning: 9,
  noon: 12,
  afternoon: 15,
  evening: 18,
  tonight: 20,
  night: 20,
}
const usualHour = 9

/** Reads when in English or French. Undefined where there is none. */
export function readChronoWhen(
  original: string,
  language: Spoken,
  { now, timeZone }: WhenContext,
): FoundWhen | undefined {
  const here = wallOf(now, timeZone)
  const text = others[language]
    .reduce((words, [pattern, known]) => words.replace(pattern, known), original)
    .replace(/(\d{1,2}):(?!\d)/g, '$1:00')
    .replace(dayAfterTomorrow, () => writeDay(addDays(here, 2)))
  const asUtc = Date.UTC(here.year, here.month - 1, here.day, here.hour, here.minute)
  const offset = Math.round((asUtc - now.getTime()) / 60_000)
  const reference = { instant: now, timezone: offset }
  const [found] = parsers[language].parse(text, reference, { forwardDate: true })
  if (!found) return undefined
  const { start } = found
  const rest = text.slice(0, found.index) + text.slice(found.index + found.text.length)
  // Hours and minutes from now, or a time with a zone: an instant whatever the clocks show.
  if (start.isCertain('timezoneOffset')) return { at: start.date(), rest }
  const isHour = start.isCertain('hour')
  const part = [...start.tags()].flatMap((tag) => hoursOf[tag.replace('casualReference/', '')] ?? [])[0]
  const wall = {
    year: start.get('year') ?? here.year,
    month: start.get('month') ?? here.month,
    day: start.get('day') ?? here.day,
    hour: isHour ? (start.get('hour') ?? usualHour) : (part ?? usualHour),
    minute: isHour ? (start.get('minute') ?? 0) : 0,
  }
  const at = instantOf(wall, timeZone)
  const isOpen = !start.isCertain('day') && !start.isCertain('weekday') && !start.isCertain('month')
  return { at: at <= now && isOpen ? instantOf(addDays(wall, 1), timeZone) : at, rest }
}
