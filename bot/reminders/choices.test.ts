import { expect, test } from 'vitest'
import { type Choice, timeOfChoice } from './choices.ts'

const at = (choice: Choice, now: string, timeZone = 'Europe/Berlin') =>
  timeOfChoice(choice, { now: new Date(now), timeZone }).toISOString()

test('a choice is on the clock of whom it is for', () => {
  expect(at('hour', '2026-11-26T17:10:30Z')).toBe('2026-11-26T18:10:30.000Z')
  expect(at('evening', '2026-11-26T12:00:00Z')).toBe('2026-11-26T17:00:00.000Z')
  expect(at('evening', '2026-11-26T20:00:00Z')).toBe('2026-11-27T17:00:00.000Z')
  expect(at('tomorrow', '2026-11-26T23:30:00Z')).toBe('2026-11-28T08:00:00.000Z')
  expect(at('tomorrow', '2026-10-24T12:00:00Z')).toBe('2026-10-25T08:00:00.000Z')
})

test('next week is its Monday, also when it is asked on a Monday', () => {
  expect(at('week', '2026-11-26T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
  expect(at('week', '2026-11-30T12:00:00Z')).toBe('2026-12-07T08:00:00.000Z')
  expect(at('week', '2026-11-29T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
})
