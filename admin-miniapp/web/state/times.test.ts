import { describe, expect, it } from 'vitest'
import { createTimes, tellSize } from './times.ts'

const now = Date.parse('2026-11-27T00:30:00Z')
const inParis = createTimes('en', 'Europe/Paris', () => now)
/** Some of Intl's spaces are narrow. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('times', () => {
  it.each([
    ['today, by the hour', '2026-11-27T00:10:00Z', '1:10 AM'],
    ['today in the zone of the reader, though yesterday in London', '2026-11-26T23:30:00Z', '12:30 AM'],
    ['within a week, by the day', '2026-11-23T12:00:00Z', 'Mon'],
    ['this year, by the date', '2026-03-01T12:00:00Z', 'Mar 1'],
    ['in another year, by the year too', '2025-12-31T12:00:00Z', 'Dec 31, 2025'],
    ['ahead, by the date', '2026-12-24T12:00:00Z', 'Dec 24'],
  ])('are told %s', (_what, iso, told) => {
    expect(plain(inParis.short(iso))).toBe(told)
  })

  it('belong to the days of the reader', () => {
    const key = (zone: string) => createTimes('en', zone, () => now).dayKey('2026-11-26T23:30:00Z')
    expect(key('Europe/Paris')).not.toBe(key('Europe/London'))
    expect(inParis.day('2026-11-26T23:30:00Z')).toBe('Friday, November 27')
    expect(inParis.day('2025-11-26T12:00:00Z')).toBe('November 26, 2025')
  })
})

it.each([
  ['en', 10, '1 kB'],
  ['en', 52_300, '52 kB'],
  ['en', 1_260_000, '1.3 MB'],
  ['fr', 14_700_000, '15 Mo'],
])('in %s, %i bytes are %s', (language, bytes, told) => {
  expect(plain(tellSize(language, bytes))).toBe(told)
})
