import { addDays, addMonths, instantOf, type Wall, wallOf } from '#core/reminders/local-time.ts'
import { hasArabic, plainArabic } from './arabic-letters.ts'
import type { FoundWhen, WhenContext } from './found-when.ts'

/** Words as `plainArabic` leaves them: longer ones first where one begins another. */
const units: Record<string, { unit: 'minute' | 'hour' | 'day' | 'week' | 'month'; count?: number }> = {
  دقيقتين: { unit: 'minute', count: 2 },
  دقيقه: { unit: 'minute' },
  دقايق: { unit: 'minute' },
  ساعتين: { unit: 'hour', count: 2 },
  ساعات: { unit: 'hour' },
  ساعه: { unit: 'hour' },
  يومين: { unit: 'day', count: 2 },
  ايام: { unit: 'day' },
  يوم: { unit: 'day' },
  اسبوعين: { unit: 'week', count: 2 },
  اسابيع: { unit: 'week' },
  اسبوع: { unit: 'week' },
  شهرين: { unit: 'month', count: 2 },
  اشهر: { unit: 'month' },
  شهور: { unit: 'month' },
  شهر: { unit: 'month' },
}
const numbers: Record<string, number> = {
  واحده: 1,
  اثنين: 2,
  ثلاثه: 3,
  ثلاث: 3,
  اربعه: 4,
  اربع: 4,
  خمسه: 5,
  خمس: 5,
  سته: 6,
  ست: 6,
  سبعه: 7,
  سبع: 7,
  ثمانيه: 8,
  ثمان: 8,
  تسعه: 9,
  تسع: 9,
  عشره: 10,
  عشر: 10,
}
const hours: Record<string, number> = {
  'الحاديه عشره': 11,
  'الثانيه عشره': 12,
  الواحده: 1,
  الثانيه: 2,
  الثالثه: 3,
  الرابعه: 4,
  الخامسه: 5,
  السادسه: 6,
  السابعه: 7,
  الثامنه: 8,
  التاسعه: 9,
  العاشره: 10,
}
/** With their article, or behind "day". */
const weekdays: Record<string, number> = {
  الاحد: 0,
  الاثنين: 1,
  الاتنين: 1,
  الثلاثاء: 2,
  الثلاثا: 2,
  الاربعاء: 3,
  الاربعا: 3,
  الخميس: 4,
  الجمعه: 5,
  السبت: 6,
  'يوم احد': 0,
  'يوم اثنين': 1,
  'يوم ثلاثاء': 2,
  'يوم اربعاء': 3,
  'يوم خميس': 4,
  'يوم جمعه': 5,
  'يوم سبت': 6,
}
/** Parts of the day: when they are meant without an hour, and whether an hour up to 11 is after noon. */
const parts: Record<string, { hour: number; late: boolean }> = {
  صباحا: { hour: 9, late: false },
  'في الصباح': { hour: 9, late: false },
  الصبح: { hour: 9, late: false },
  ص: { hour: 9, late: false },
  ظهرا: { hour: 12, late: true },
  الظهر: { hour: 12, late: true },
  عصرا: { hour: 16, late: true },
  العصر: { hour: 16, late: true },
  مساء: { hour: 18, late: true },
  المساء: { hour: 18, late: true },
  م: { hour: 18, late: true },
  ليلا: { hour: 20, late: true },
  بالليل: { hour: 20, late: true },
}

const oneOf = (words: object): string =>
  Object.keys(words)
    .toSorted((one, other) => other.length - one.length)
    .join('|')
const start = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'

const after = new RegExp(
  `${start}(?:بعد|خلال)\\s+(?:(نصف|ربع)\\s+ساعه|(?:(\\d{1,4}|${oneOf(numbers)})\\s+)?(${oneOf(units)}))${end}`,
  'u',
)
const day = new RegExp(
  `${start}(?:(بعد\\s+(?:غدا?|بكر[هاة]))|(غدا?|بكر[هاة]|باكر)|(اليوم)|(الليله|هذا المساء)|(?:يوم\\s+)?(${oneOf(weekdays)})(?:\\s+(?:القادم|الجاي|المقبل))?)${end}`,
  'u',
)
const time = new RegExp(
  `${start}(?:(?:علي\\s+)?الساعه\\s+|في\\s+)?(?:(\\d{1,2})(?:[:.](\\d{2}))?|(${oneOf(hours)}))` +
    `(?:\\s+(والنصف|ونصف|والربع|وربع|الا ربع|الا الربع))?(?:\\s*(${oneOf(parts)}))?${end}`,
  'u',
)
const part = new RegExp(`${start}(${oneOf(parts)})${end}`, 'u')

/** The usual hour of a day that is said without one. */
const morning = 9

/**
 * Reads when in the Arabic forms that people use: "بعد ساعتين", "غدا 10", "بكرة الساعة ١٠ صباحا", "يوم الأحد".
 * Undefined where there is none.
 */
export function readArabicWhen(original: string, context: WhenContext): FoundWhen | undefined {
  if (!hasArabic(original)) return undefined
  const { text, places } = plainArabic(original)
  const spoken = [...original]
  const rest = (...spans: { index: number; length: number }[]) =>
    spans
      .toSorted((one, other) => other.index - one.index)
      .reduce((signs, { index, length }) => {
        const [from, to] = [places[index] ?? 0, places[index + length] ?? spoken.length]
        return [...signs.slice(0, from), ...signs.slice(to)]
      }, spoken)
      .join('')

  const soon = after.exec(text)
  if (soon) {
    const at = later(soon, context)
    return { at, rest: rest({ index: soon.index, length: soon[0].length }) }
  }
  const onDay = day.exec(text)
  // Digits in front of a day are no hour: "3 غدا" may, but "غدا 3" does mean one.
  const tail = onDay ? onDay.index + onDay[0].length : 0
  const atTime = readTime(text.slice(tail), onDay !== null)
  if (!onDay && !atTime) return undefined
  const today = wallOf(context.now, context.timeZone)
  const base = onDay ? dayMeant(onDay, today) : today
  const wall = { ...base, hour: onDay?.[4] ? 20 : morning, minute: 0, ...atTime?.clock }
  let at = instantOf(wall, context.timeZone)
  const isOpen = !onDay || onDay[5] !== undefined
  if (at <= context.now && isOpen) at = instantOf(addDays(wall, onDay ? 7 : 1), context.timeZone)
  const spans = [
    ...(onDay ? [{ index: onDay.index, length: onDay[0].length }] : []),
    ...(atTime ? [{ index: tail + atTime.index, length: atTime.length }] : []),
  ]
  return { at, rest: rest(...spans) }
}

function later(match: RegExpExecArray, { now, timeZone }: WhenContext): Date {
  const [, fraction, said = '', word = ''] = match
  if (fraction) return new Date(now.getTime() + (fraction === 'نصف' ? 30 : 15) * 60_000)
  const { unit, count = 1 } = units[word] ?? { unit: 'hour' }
  const number = said === '' ? count : (numbers[said] ?? Number(said))
  if (unit === 'minute' || unit === 'hour') {
    return new Date(now.getTime() + number * (unit === 'hour' ? 3_600_000 : 60_000))
  }
  const today = { ...wallOf(now, timeZone), hour: morning, minute: 0 }
  const wall =
    unit === 'month' ? addMonths(today, number) : addDays(today, unit === 'week' ? number * 7 : number)
  return instantOf(wall, timeZone)
}

function dayMeant(match: RegExpExecArray, today: Wall): Wall {
  const [, dayAfter, tomorrow, , , weekday] = match
  if (dayAfter) return addDays(today, 2)
  if (tomorrow) return addDays(today, 1)
  if (weekday === undefined) return today
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  return addDays(today, ((weekdays[weekday] ?? 0) - now + 7) % 7)
}

/** An hour that is said; bare digits count only behind a day, where they begin what is left. */
function readTime(text: string, isBehindDay: boolean) {
  const match = time.exec(text)
  const isClear = (found: RegExpExecArray) =>
    found[0].includes('الساعه') || found[2] !== undefined || found[3] !== undefined || found[5] !== undefined
  if (match && (isClear(match) || (isBehindDay && text.slice(0, match.index).trim() === ''))) {
    const [, digits, minutes, word, extra, daypart] = match
    const spoken = digits === undefined ? (hours[word ?? ''] ?? morning) : Number(digits)
    const quarter = extra === undefined ? 0 : extra.includes('نصف') ? 30 : extra.startsWith('الا') ? -15 : 15
    const late = parts[daypart ?? '']?.late
    const noon = daypart === undefined ? 0 : late ? (spoken < 12 ? 12 : 0) : spoken === 12 ? -12 : 0
    const total = (spoken + noon) * 60 + Number(minutes ?? 0) + quarter
    if (spoken > 23 || Number(minutes ?? 0) > 59) return undefined
    const clock = { hour: Math.floor(total / 60), minute: total % 60 }
    return { clock, index: match.index, length: match[0].length }
  }
  const alone = part.exec(text)
  // A single letter is no part of a day by itself.
  if (!alone || (alone[1]?.length ?? 0) < 2) return undefined
  const clock = { hour: parts[alone[1] ?? '']?.hour ?? morning, minute: 0 }
  return { clock, index: alone.index, length: alone[0].length }
}
