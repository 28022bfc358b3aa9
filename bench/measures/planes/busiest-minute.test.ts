import { expect, test } from 'vitest'
import { busiestMinute } from './busiest-minute.ts'

test.each<[moments: number[], most: number]>([
  [[], 0],
  [[5], 1],
  [[0, 59_999, 60_000], 2],
  [[0, 1, 2, 60_001, 60_002, 60_003, 60_004], 4],
])('of %j at most %i lie within a minute', (moments, most) => {
  expect(busiestMinute(moments)).toBe(most)
})
