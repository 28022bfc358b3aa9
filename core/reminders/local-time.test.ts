import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  instantOf,
  isTimeZone,
  readWall,
  wallOf,
  writeWall,
} from './local-time.ts'

const at = (text: string, zone: string) => instantOf(readWall(text), zone).toISOString()

describe('a time on the wall', () => {
  test.each([
    ['2026-07-01 09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01 09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01 09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z'],
    ['2026-12-01 09:00', 'UTC', '2026-12-01T09:00:00.000Z'],
  ])('%s in %s is %s', (wall, zone, instant) => expect(at(wall, zone)).toBe(instant))

  test.each([
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-04-24 00:30', 'Africa/Cairo', '2026-04-23T22:30:00.000Z'],
  ])('that the clocks leave out comes as much later as they jump: %s in %s', (wall, zone, instant) =>
    expect(at(wall, zone)).toBe(instant),
  )

  test.each([
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-29 23:30', 'Africa/Cairo', '2026-10-29T20:30:00.000Z'],
  ])('that they show twice is the first of the two: %s in %s', (wall, zone, instant) =>
    expect(at(wall, zone)).toBe(instant),
  )

  test('is found again from its instant, in any zone and at any time', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'Asia/Kolkata', 'Pacific/Auckland']
    const minutes = fc.integer({ min: 29_000_000, max: 32_000_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const wall = wallOf(new Date(minute * 60_000), zone)
        expect(wallOf(instantOf(wall, zone), zone)).toEqual(wall)
      }),
    )
  })
})

test('days and months are added as on a calendar', () => {
  expect(dayOf(addDays(readWall('2026-12-31 09:00'), 1))).toBe('2027-01-01')
  expect(writeWall(addMonths(readWall('2026-01-31 09:05'), 1))).toBe('2026-02-28 09:05')
  expect(dayOf(addMonths(readWall('2026-11-30 09:00'), 3))).toBe('2027-02-28')
})

test('what is no time zone is known as none', () => {
  expect([isTimeZone('Africa/Cairo'), isTimeZone('Mars/Olympus'), isTimeZone('')]).toEqual([
    true,
    false,
    false,
  ])
})
