import { expect, it } from 'vitest'
import { readCost } from './read-cost.ts'

it('keeps the words of the network about the price, and nothing else', () => {
  const pricing = {
    category: 'service',
    type: 'regular',
    billable: true,
    pricing_model: 'PMP',
    more: { x: 1 },
  }
  expect(readCost(pricing)).toEqual({ category: 'service', type: 'regular', billable: true, model: 'PMP' })
})
it('says nothing where the network says nothing', () => {
  for (const pricing of [undefined, null, 'free', {}, { billable: 'yes' }]) {
    expect(readCost(pricing)).toBeUndefined()
  }
})
