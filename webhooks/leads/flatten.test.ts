import { expect, test } from 'vitest'
import { flatten } from './flatten.ts'

test('nested answers and lists keep their place', () => {
  expect(flatten({ a: { b: [{ c: 1 }, { c: true }] }, tags: ['x', 'y'], none: null })).toEqual({
    'a.b[0].c': '1',
    'a.b[1].c': 'true',
    tags: 'x, y',
  })
})

test('what is too much or too long is shown as such, and not lost in silence', () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`f${index}`, index]))
  const flat = flatten(many)
  expect(Object.keys(flat)).toHaveLength(201)
  for (const index of [200, 230, 249]) expect(flat['…']).toContain(`f${index}: ${index}`)
  expect(flatten({ essay: 'x'.repeat(20_000) }).essay).toMatch(/x…$/)
})
