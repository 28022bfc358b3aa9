import { expect, test } from 'vitest'
import { parseLosslessly } from './parse-losslessly.ts'

test('an id beyond 2^53 keeps its digits, and other numbers stay numbers', () => {
  const text =
    '{"id":12345678901234567891,"list":[9007199254740993],"count":3,"price":1.5,"text":":1234567890123456789"}'
  expect(parseLosslessly(text)).toEqual({
    id: '12345678901234567891',
    list: ['9007199254740993'],
    count: 3,
    price: 1.5,
    text: ':1234567890123456789',
  })
})

test('nesting that is too deep to keep digits in is read all the same', () => {
  const depth = 50_000
  expect(
    parseLosslessly(`{"id":12345678901234567891,"a":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  ).toHaveProperty('a')
})
