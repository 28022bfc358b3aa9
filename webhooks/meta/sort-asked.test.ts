import { expect, test } from 'vitest'
import { sortAsked } from './sort-asked.ts'

const error = (code: number, more: { subcode?: number; status?: number; afterMs?: number } = {}) => {
  const { subcode, status = 400, afterMs } = more
  return sortAsked({
    kind: 'error',
    status,
    error: { code, message: 'so it is', transient: false, ...(subcode ? { subcode } : {}) },
    ...(afterMs === undefined ? {} : { afterMs }),
  })
}

test('what is in doubt is asked again, since asking changes nothing', () => {
  expect(sortAsked({ kind: 'not-sent', reason: 'ECONNREFUSED' }).outcome).toBe('later')
  expect(sortAsked({ kind: 'unconfirmed', reason: 'TimeoutError' }).outcome).toBe('later')
  expect(sortAsked({ kind: 'turned-away', status: 502 }).outcome).toBe('later')
  expect(error(80007, { afterMs: 720_000 })).toMatchObject({ outcome: 'later', afterMs: 720_000 })
  expect(error(2, { status: 500 }).outcome).toBe('later')
})

test('what does not exist is gone', () => {
  expect(error(100, { subcode: 33 })).toEqual({
    outcome: 'gone',
    failure: { code: '100', title: 'so it is' },
  })
  expect(error(131052).outcome).toBe('gone')
  expect(sortAsked({ kind: 'turned-away', status: 404 }).outcome).toBe('gone')
})

test('only a dead token stops the channel; a missing permission is waited for', () => {
  expect(error(190).outcome).toBe('channel-stopped')
  expect(sortAsked({ kind: 'bad-token' }).outcome).toBe('channel-stopped')
  expect(error(10)).toMatchObject({ outcome: 'later', afterMs: 3_600_000 })
  expect(error(200).outcome).toBe('later')
})
