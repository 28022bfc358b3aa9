import { expect, test } from 'vitest'
import { isAway } from './is-away.ts'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test('a database that was stopped, is starting, is full or cannot be reached is away', () => {
  for (const code of [
    '57P01',
    '57P03',
    '08006',
    '53300',
    '58030',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
  ]) {
    expect(isAway(withCode(code)), code).toBe(true)
  }
  for (const message of [
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
  ]) {
    expect(isAway(new Error(message)), message).toBe(true)
  }
})

test('a complaint about what was asked is no sign that the database is away', () => {
  for (const code of ['22P05', '23505', '42703', '40P01', 'P0001', 'XX000']) {
    expect(isAway(withCode(code)), code).toBe(false)
  }
  expect(isAway(new Error('a bug of ours'))).toBe(false)
  expect(isAway(undefined)).toBe(false)
})
