import { expect, test } from 'vitest'
import { heldUntil } from './quiet-hours.ts'

const held = (instant: string, from: string | null, until: string | null, timeZone = 'Europe/Berlin') =>
  heldUntil(new Date(instant), { from, until, timeZone }).toISOString()

test('what falls into quiet hours comes at their end', () => {
  expect(held('2026-11-26T22:10:00Z', '22:00', '07:30')).toBe('2026-11-27T06:30:00.000Z')
  expect(held('2026-11-27T03:00:00Z', '22:00', '07:30')).toBe('2026-11-27T06:30:00.000Z')
  expect(held('2026-11-26T12:30:00Z', '13:00:00', '14:00:00')).toBe('2026-11-26T13:00:00.000Z')
})

test('what does not comes when it is due', () => {
  for (const instant of ['2026-11-26T20:59:00.000Z', '2026-11-27T06:30:00.000Z']) {
    expect(held(instant, '22:00', '07:30')).toBe(instant)
    expect(held(instant, null, null)).toBe(instant)
    expect(held(instant, '08:00', '08:00')).toBe(instant)
  }
})

test('quiet hours follow the change of the clocks', () => {
  expect(held('2026-03-28T22:00:00Z', '22:00', '07:00')).toBe('2026-03-29T05:00:00.000Z')
  expect(held('2026-10-24T22:00:00Z', '22:00', '07:00')).toBe('2026-10-25T06:00:00.000Z')
})
