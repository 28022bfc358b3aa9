import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-20T10:00:00Z')

test.each([
  ['30', 30_000],
  ['0', 0],
  ['0.5', 500],
  ['-4', 0],
  ['999999', 3_600_000],
  ['Fri, 20 Nov 2026 10:00:45 GMT', 45_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('%j asks for a wait of %j ms', (header, wait) => {
  expect(retryAfterMs(header, now)).toBe(wait)
})
