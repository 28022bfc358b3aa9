import { expect, it } from 'vitest'
import { sharePlaces } from './share-places.ts'

it('gives to each account in turn, so that a long queue takes no place from a short one', () => {
  expect(sharePlaces([1000, 1, 2], 10)).toEqual([7, 1, 2])
  expect(sharePlaces([1000, 1000, 1000], 2)).toEqual([1, 1, 0])
})
it('gives no more than an account may send, and nothing where there is no room', () => {
  expect(sharePlaces([2, 0], 10)).toEqual([2, 0])
  expect(sharePlaces([], 10)).toEqual([])
})
