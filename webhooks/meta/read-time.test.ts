import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

const now = new Date('2026-11-20T10:00:00Z')
const moment = new Date('2026-11-19T08:30:00Z')

test.each([
  ['seconds as text', '1795077000'],
  ['seconds as number', 1_795_077_000],
  ['milliseconds', 1_795_077_000_000],
  ['microseconds', '1795077000000000'],
  ['a fraction', '1795077000.0'],
])('%s name the same moment', (_name, raw) => {
  expect(readTime(raw, now)).toEqual({ at: moment })
})

test.each([undefined, null, '', 'TIMESTAMP', -5, 0, '12', Number.NaN, {}, '9'.repeat(40), '1999999999'])(
  'what names no time that can be is kept beside the time of reading: %j',
  (raw) => {
    expect(readTime(raw, now)).toEqual({ at: now, unreadable: raw ?? null })
  },
)
