import { expect, test } from 'vitest'
import { sortDirectAnswer } from './sort-direct-answer.ts'

const answered = (code: number, subcode?: number, message = 'so it is') =>
  sortDirectAnswer({
    kind: 'error',
    status: 400,
    error: { code, message, transient: false, ...(subcode === undefined ? {} : { subcode }) },
  })

test.each([
  ["Messenger's window is shut", 10, 2018278],
  ["Instagram's window is shut", 10, 2534022],
  ['another app holds the conversation', 10, 2018300],
  ['nobody has that id', 100, 2018001],
  ['the person does not receive messages', 200, 2018108],
])('%s: this message is refused, its code is kept whole, and the channel goes on', (_name, code, subcode) => {
  expect(answered(code, subcode)).toMatchObject({
    outcome: 'refused',
    failure: { code: `${code}/${subcode}` },
  })
})

test('a shut window is known by its sentence where its number is a new one', () => {
  const sentence = '(#10) This message is sent outside of allowed window. Learn more'
  expect(answered(10, 999, sentence)).toMatchObject({ outcome: 'refused', failure: { code: '10/999' } })
  expect(answered(10, undefined, sentence).outcome).toBe('refused')
})

test.each([
  ['a missing permission', 10, undefined],
  ['a restricted Page', 10, 1893063],
  ['a missing right', 200, undefined],
  ['a dead token', 190, 463],
])('%s stops the channel', (_name, code, subcode) => {
  expect(answered(code, subcode)).toMatchObject({ outcome: 'channel-stopped', failure: { code: `${code}` } })
})

test.each([
  ['who is not available', 551, 1545041],
  ['whose comment was answered already', 10900, undefined],
  ['whose comment is too old', 10903, undefined],
])('a person %s is not tried again', (_name, code, subcode) => {
  expect(answered(code, subcode)).toMatchObject({ outcome: 'refused', failure: { code: `${code}` } })
})

test('too many calls hold the whole account, for a minute unless Meta names another wait', () => {
  expect(answered(613)).toMatchObject({ outcome: 'refused-for-now', holds: 'account', afterMs: 60_000 })
  const error = { code: 613, message: 'so it is', transient: false }
  expect(sortDirectAnswer({ kind: 'error', status: 400, error, afterMs: 5000 })).toMatchObject({
    afterMs: 5000,
  })
})

test('a hiccup of one message holds nothing else', () => {
  const outcome = answered(1200)
  expect(outcome).toMatchObject({ outcome: 'refused-for-now' })
  expect(outcome).not.toHaveProperty('holds')
})
