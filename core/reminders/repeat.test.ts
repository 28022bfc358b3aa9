import { expect, test } from 'vitest'
import { readWall } from './local-time.ts'
import { nextOccurrence, type Repeat } from './repeat.ts'

const next = (repeat: Repeat, wall: string, after: string, occurrence = 0, zone = 'Europe/Berlin') => {
  const found = nextOccurrence({ wall: readWall(wall), repeat, occurrence }, new Date(after), zone)
  return found && `${found.occurrence} ${found.at.toISOString()}`
}

test('what repeats keeps its time of the day over a change of the clocks', () => {
  expect(next('daily', '2026-03-28 09:00', '2026-03-28T08:00:01Z')).toBe('1 2026-03-29T07:00:00.000Z')
  expect(next('weekly', '2026-10-24 09:00', '2026-10-24T07:00:01Z')).toBe('1 2026-10-31T08:00:00.000Z')
})

test('what repeats monthly on the 31st comes on the last day of a shorter month, and on the 31st again', () => {
  expect(next('monthly', '2026-01-31 09:00', '2026-02-01T00:00:00Z')).toBe('1 2026-02-28T08:00:00.000Z')
  expect(next('monthly', '2026-01-31 09:00', '2026-03-01T00:00:00Z', 1)).toBe('2 2026-03-31T07:00:00.000Z')
})

test('times that were missed are left out', () => {
  expect(next('daily', '2026-11-20 09:00', '2026-11-26T17:00:00Z')).toBe('7 2026-11-27T08:00:00.000Z')
})

test('what does not repeat has no next time', () => {
  expect(next('none', '2026-11-20 09:00', '2026-11-26T17:00:00Z')).toBeUndefined()
})
