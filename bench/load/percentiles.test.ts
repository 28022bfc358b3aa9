import { expect, test } from 'vitest'
import { median, percentiles } from './percentiles.ts'

test('a percentile is a value that was measured, and the max is the worst one', () => {
  const values = Array.from({ length: 1000 }, (_, index) => 1000 - index)
  expect(percentiles(values)).toEqual({ p50: 500, p95: 950, p99: 990, max: 1000 })
})

test('one slow answer of ten is the p95, not lost between two', () => {
  expect(percentiles([1, 1, 1, 1, 1, 1, 1, 1, 1, 80]).p95).toBe(80)
})

test('the median of runs is the middle one, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})
