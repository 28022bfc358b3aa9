import { expect, it } from 'vitest'
import type { OfficeHours } from '../office-hours/office-hours.ts'
import { decideAbsence } from './decide-absence.ts'

const hours: OfficeHours = {
  timeZone: 'UTC',
  days: new Map([1, 2, 3, 4, 5].map((day) => [day, [{ opens: '09:00', closes: '17:00' }]])),
  holidays: new Set(),
}
const now = new Date('2026-11-26T09:20:00Z')
const decide = (since: string, absenceMinutes: number | null, returnsOffShift = false, leftBehind = false) =>
  decideAbsence({ since: new Date(since), leftBehind }, { absenceMinutes, returnsOffShift }, hours, now)

it('a lead stays with its owner however long the customer waits, unless the organization says otherwise', () => {
  expect(decide('2026-11-20T09:00:00Z', null, false, true)).toBeUndefined()
})

it('it goes back once the customer has waited too long, by the hours in which the business is open', () => {
  expect(decide('2026-11-26T08:00:00Z', 30)).toBeUndefined()
  expect(decide('2026-11-26T08:00:00Z', 20)).toBe('absence')
  expect(decide('2026-11-25T16:50:00Z', 30)).toBe('absence')
  expect(decide('2026-11-25T16:51:00Z', 30)).toBeUndefined()
})

it('it goes back at once from who ended his shift and left it behind, where that is wanted', () => {
  expect(decide('2026-11-26T09:19:00Z', 30, true, true)).toBe('shift')
  expect(decide('2026-11-26T09:19:00Z', 30, true, false)).toBeUndefined()
  expect(decide('2026-11-26T09:19:00Z', 30, false, true)).toBeUndefined()
})
