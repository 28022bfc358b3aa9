import { describe, expect, it } from 'vitest'
import { isOpen, type OfficeHours, type OfficeSpan, openTime } from './office-hours.ts'

const hoursOf = (
  days: Record<number, OfficeSpan[]>,
  { timeZone = 'Europe/Paris', holidays = [] as string[] } = {},
): OfficeHours => ({
  timeZone,
  days: new Map(Object.entries(days).map(([weekday, spans]) => [Number(weekday), spans])),
  holidays: new Set(holidays),
})
const nineToFive = [{ opens: '09:00', closes: '17:00' }]
const week = { 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive, 5: nineToFive }
/** Thursday, 26 November 2026, on the clocks of Paris (UTC+1). */
const at = (time: string, day = 26) => new Date(`2026-11-${day}T${time}:00+01:00`)
const minutes = (hours: OfficeHours, from: Date, until: Date) => openTime(hours, from, until) / 60_000

describe('a business', () => {
  it('without hours is always open', () => {
    expect(isOpen(hoursOf({}), at('03:00'))).toBe(true)
    expect(minutes(hoursOf({}), at('03:00'), at('04:30'))).toBe(90)
  })

  it.each([
    ['08:59', false],
    ['09:00', true],
    ['16:59', true],
    ['17:00', false],
  ])('at %s is open: %s', (time, expected) => {
    expect(isOpen(hoursOf(week), at(time))).toBe(expected)
  })

  it('is closed on days without hours and on holidays', () => {
    expect(isOpen(hoursOf(week), at('10:00', 28))).toBe(false)
    expect(isOpen(hoursOf(week, { holidays: ['2026-11-26'] }), at('10:00'))).toBe(false)
    expect(isOpen(hoursOf({}, { holidays: ['2026-11-26'] }), at('10:00'))).toBe(false)
  })

  it('that closes after midnight is open on the morning after', () => {
    const bar = hoursOf({ 4: [{ opens: '18:00', closes: '02:00' }] })
    expect(isOpen(bar, at('01:30', 27))).toBe(true)
    expect(isOpen(bar, at('02:00', 27))).toBe(false)
    expect(isOpen(bar, at('01:30'))).toBe(false)
  })

  it('that opens and closes at the same time is open for a whole day', () => {
    expect(isOpen(hoursOf({ 4: [{ opens: '00:00', closes: '00:00' }] }), at('23:59'))).toBe(true)
  })

  it('keeps its hours when the clocks change', () => {
    const sunday = hoursOf({ 7: nineToFive })
    expect(isOpen(sunday, new Date('2026-10-25T08:00:00Z'))).toBe(true)
    expect(isOpen(sunday, new Date('2026-10-25T07:59:00Z'))).toBe(false)
    expect(isOpen(hoursOf({ 7: nineToFive }), new Date('2026-10-18T07:00:00Z'))).toBe(true)
  })
})

describe('open time', () => {
  it('leaves out breaks, nights, weekends and holidays', () => {
    const lunch = hoursOf({
      4: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:00', closes: '17:00' },
      ],
    })
    expect(minutes(lunch, at('11:30'), at('13:15'))).toBe(45)
    expect(minutes(hoursOf(week), at('16:50'), at('09:10', 27))).toBe(20)
    expect(minutes(hoursOf(week), at('16:50', 27), at('09:10', 30))).toBe(20)
    expect(minutes(hoursOf(week, { holidays: ['2026-11-27'] }), at('16:50'), at('09:10', 30))).toBe(20)
  })

  it('counts what overlaps once, and of a long wait the last two weeks', () => {
    const double = hoursOf({
      4: [
        { opens: '09:00', closes: '12:00' },
        { opens: '10:00', closes: '13:00' },
      ],
    })
    expect(minutes(double, at('08:00'), at('18:00'))).toBe(240)
    expect(minutes(hoursOf({}), new Date('2026-01-01T00:00:00Z'), at('00:00'))).toBe(14 * 24 * 60)
  })
})
