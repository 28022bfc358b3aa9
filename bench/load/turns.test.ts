import { expect, test } from 'vitest'
import { personOf } from './turns.ts'

test('everybody writes, and nobody twice in a row', () => {
  const order = Array.from({ length: 100 }, (_, index) => personOf(index, 50))
  expect(new Set(order.slice(0, 50)).size).toBe(50)
  expect(order.some((person, index) => person === order[index + 1])).toBe(false)
})
