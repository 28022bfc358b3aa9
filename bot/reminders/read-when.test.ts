import { describe, expect, test } from 'vitest'
import { wallOf, writeWall } from '#core/reminders/local-time.ts'
import { readWhen } from './read-when.ts'

/** A Thursday, 18:00 in Berlin. */
const now = new Date('2026-11-26T17:00:00Z')
const timeZone = 'Europe/Berlin'
const read = (words: string, language: string, zone = timeZone) => {
  const found = readWhen(words, language, { now, timeZone: zone })
  if (!found) return 'no time'
  const rhythm = found.repeat === 'none' ? '' : ` ${found.repeat}`
  return `${writeWall(wallOf(found.at, zone))}${rhythm} | ${found.text}`
}

describe('a reminder is read from English words', () => {
  test.each([
    ['tomorrow 10 call back', '2026-11-27 10:00 | call back'],
    ['tomorrow at 10:30 to call back', '2026-11-27 10:30 | call back'],
    ['tomorrow', '2026-11-27 09:00 | '],
    ['tomorrow morning, send the offer', '2026-11-27 09:00 | send the offer'],
    ['in 2 hours send offer', '2026-11-26 20:00 | send offer'],
    ['in half an hour', '2026-11-26 18:30 | '],
    ['call Maria tomorrow 10', '2026-11-27 10:00 | call Maria'],
    ['this evening', '2026-11-27 18:00 | '],
    ['tonight', '2026-11-26 20:00 | '],
    ['monday 9am', '2026-11-30 09:00 | '],
    ['next week', '2026-12-03 09:00 | '],
    ['19h', '2026-11-26 19:00 | '],
    ['at 5', '2026-11-27 05:00 | '],
    ['5pm', '2026-11-27 17:00 | '],
    ['2 december 14:00 contract', '2026-12-02 14:00 | contract'],
    ['every day 9:30 check', '2026-11-27 09:30 daily | check'],
    ['every monday 10 review', '2026-11-30 10:00 weekly | review'],
    ['every monday 7', '2026-11-30 07:00 weekly | '],
    ['friday 15 call', '2026-11-27 15:00 | call'],
    ['friday 3pm call', '2026-11-27 15:00 | call'],
    ['wednesday 2 december', '2026-12-02 09:00 | '],
    ['every month', '2026-11-27 09:00 monthly | '],
    ['call back', 'no time'],
    ['', 'no time'],
  ])('%s', (words, expected) => expect(read(words, 'en')).toBe(expected))
})

describe('a reminder is read from French words', () => {
  test.each([
    ['vendredi 9h', '2026-11-27 09:00 | '],
    ['demain 10h rappeler', '2026-11-27 10:00 | rappeler'],
    ['demain à 10h30 de rappeler', '2026-11-27 10:30 | rappeler'],
    ['après-demain 9h', '2026-11-28 09:00 | '],
    ['dans 2 heures', '2026-11-26 20:00 | '],
    ['dans une demi-heure', '2026-11-26 18:30 | '],
    ['demain matin', '2026-11-27 09:00 | '],
    ['demain midi', '2026-11-27 12:00 | '],
    ['tous les lundis 10h', '2026-11-30 10:00 weekly | '],
    ['chaque jour à 8h', '2026-11-27 08:00 daily | '],
    ['tomorrow 10', '2026-11-27 10:00 | '],
    ['day after tomorrow 9:00', '2026-11-28 09:00 | '],
  ])('%s', (words, expected) => expect(read(words, 'fr')).toBe(expected))
})

describe('a reminder is read from Arabic words', () => {
  test.each([
    ['بعد ساعتين', '2026-11-26 20:00 | '],
    ['بعد ساعة اتصل به', '2026-11-26 19:00 | اتصل به'],
    ['بعد ٣ ساعات', '2026-11-26 21:00 | '],
    ['بعد نصف ساعة', '2026-11-26 18:30 | '],
    ['بعد عشر دقائق', '2026-11-26 18:10 | '],
    ['بعد يومين', '2026-11-28 09:00 | '],
    ['بعد أسبوع', '2026-12-03 09:00 | '],
    ['بعد شهر', '2026-12-26 09:00 | '],
    ['غدا 10', '2026-11-27 10:00 | '],
    ['غدًا ١٠ أن أتصل', '2026-11-27 10:00 | أتصل'],
    ['بكرة الساعة ١٠', '2026-11-27 10:00 | '],
    ['بكرة الساعة ١٠:٣٠ إرسال العرض', '2026-11-27 10:30 | إرسال العرض'],
    ['غدا مساء', '2026-11-27 18:00 | '],
    ['غدا الساعة 5 مساءً', '2026-11-27 17:00 | '],
    ['غدا الخامسة والنصف مساء', '2026-11-27 17:30 | '],
    ['بعد غد', '2026-11-28 09:00 | '],
    ['يوم الأحد الساعة 9', '2026-11-29 09:00 | '],
    ['الاثنين القادم', '2026-11-30 09:00 | '],
    ['الساعة 9 صباحا', '2026-11-27 09:00 | '],
    ['الليلة', '2026-11-26 20:00 | '],
    ['كل يوم الساعة 9', '2026-11-27 09:00 daily | '],
    ['كل يوم أحد الساعة 9', '2026-11-29 09:00 weekly | '],
    ['كل أحد', '2026-11-29 09:00 weekly | '],
    ['كل يوم الاثنين 10', '2026-11-30 10:00 weekly | '],
    ['اتصل به', 'no time'],
  ])('%s', (words, expected) => expect(read(words, 'ar')).toBe(expected))
})

test('times are those of the member’s own clock, also over a change of it', () => {
  expect(read('tomorrow 10', 'en', 'Asia/Tokyo')).toBe('2026-11-28 10:00 | ')
  const before = new Date('2026-10-24T12:00:00Z')
  const found = readWhen('tomorrow 10', 'en', { now: before, timeZone })
  expect(found?.at.toISOString()).toBe('2026-10-25T09:00:00.000Z')
})
