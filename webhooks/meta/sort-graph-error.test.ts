import { expect, test } from 'vitest'
import { classOfGraphError, sortGraphAnswer } from './sort-graph-error.ts'

const error = (code: number, message = 'so it is') => ({ code, message, transient: false })

test.each([
  ['too many messages', 130429, 'retry'],
  ['too many to this person', 131056, 'retry'],
  ['the window is shut', 131047, 'never'],
  ['the person opted out', 131050, 'never'],
  ['the account is locked', 131031, 'never'],
  ['a wrong parameter', 100, 'fix'],
  ['a paused template', 132015, 'fix'],
  ['a dead token', 190, 'stop'],
  ['a missing permission', 230, 'stop'],
  ['unpaid bills', 131042, 'stop'],
])('%s (%i) is sorted as %s', (_name, code, sorted) => {
  expect(classOfGraphError(code)).toBe(sorted)
})

test('a code that we do not know is judged by what else the answer says', () => {
  expect(classOfGraphError(777_777)).toBe('fix')
  expect(classOfGraphError(777_777, { status: 500 })).toBe('retry')
  expect(classOfGraphError(777_777, { transient: true, status: 400 })).toBe('retry')
  expect(classOfGraphError(-1, { status: 401 })).toBe('stop')
})

test('the HTTP status does not overrule a code that we know', () => {
  expect(sortGraphAnswer({ kind: 'error', status: 500, error: error(131047) }).outcome).toBe('refused')
  expect(sortGraphAnswer({ kind: 'error', status: 400, error: error(130429) }).outcome).toBe(
    'refused-for-now',
  )
})

test("the wait that the network asks for is kept, and a pair's limit has one of its own", () => {
  const limited = { kind: 'error' as const, status: 400, error: error(131056) }
  expect(sortGraphAnswer(limited)).toMatchObject({ afterMs: 6000 })
  expect(sortGraphAnswer({ ...limited, afterMs: 30_000 })).toMatchObject({ afterMs: 30_000 })
  expect(sortGraphAnswer({ kind: 'error', status: 400, error: error(130429) })).not.toHaveProperty('afterMs')
})

test('what is too much for the account holds all of it, and what is too much for a person only him', () => {
  const outcome = (code: number, status = 400) =>
    sortGraphAnswer({ kind: 'error', status, error: error(code) })
  for (const code of [4, 17, 32, 613, 80002, 80006, 80007, 130429, 131057, 133004]) {
    expect(outcome(code)).toMatchObject({ outcome: 'refused-for-now', holds: 'account' })
  }
  expect(outcome(777_777, 429)).toMatchObject({ holds: 'account' })
  expect(sortGraphAnswer({ kind: 'turned-away', status: 429 })).toMatchObject({ holds: 'account' })
  expect(outcome(131056)).toMatchObject({ holds: 'person', afterMs: 6000 })
  expect(outcome(131057)).toMatchObject({ afterMs: 60_000 })
  expect(outcome(131000)).not.toHaveProperty('holds')
})

test('a shut reply window is no missing permission, although it has its code', () => {
  const outcome = (subcode?: number) =>
    sortGraphAnswer({ kind: 'error', status: 400, error: { ...error(10), ...(subcode ? { subcode } : {}) } })
  expect(outcome(2018278).outcome).toBe('refused')
  expect(outcome(2534022).outcome).toBe('refused')
  expect(outcome(1893063).outcome).toBe('channel-stopped')
  expect(outcome().outcome).toBe('channel-stopped')
})

test('an answer without a reason is tried again only where that can help', () => {
  const outcome = (status: number) => sortGraphAnswer({ kind: 'turned-away', status }).outcome
  expect([429, 500, 502, 503].map(outcome)).toEqual(Array(4).fill('refused-for-now'))
  expect([302, 400, 403, 404].map(outcome)).toEqual(Array(4).fill('refused'))
})
