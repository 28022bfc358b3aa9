import { expect, test } from 'vitest'
import type { AccountCheck } from './channel-port.ts'
import { decideDangers } from './decide-dangers.ts'

const now = new Date('2026-11-20T10:00:00Z')
const healthy: AccountCheck = { subscription: 'subscribed', facts: {}, dangers: [] }
const quiet = { ended: 0, failed: 0 }
const codes = (check: Partial<AccountCheck>, recent = quiet) =>
  decideDangers({ ...healthy, ...check }, recent, now).map(({ code }) => code)

test('a healthy channel worries nobody', () => {
  expect(codes({})).toEqual([])
  expect(codes({ tokenExpiresAt: new Date('2027-01-20T10:00:00Z') }, { ended: 100, failed: 50 })).toEqual([])
})

test('a token is mourned a week before it ends', () => {
  expect(codes({ tokenExpiresAt: new Date('2026-11-27T09:00:00Z') })).toEqual(['token-expires'])
  expect(codes({ tokenExpiresAt: new Date('2026-11-27T11:00:00Z') })).toEqual([])
  expect(codes({ tokenExpiresAt: new Date('2026-11-01T11:00:00Z') })).toEqual(['token-expires'])
})

test('a missing subscription is told, a mended one is not', () => {
  expect(codes({ subscription: 'missing' })).toEqual(['not-subscribed'])
  expect(codes({ subscription: 'mended' })).toEqual([])
})

test('failing sends are told when they are most of more than a few', () => {
  expect(codes({}, { ended: 10, failed: 6 })).toEqual(['many-failures'])
  expect(codes({}, { ended: 9, failed: 9 })).toEqual([])
})

test("the network's own words come first", () => {
  expect(codes({ dangers: [{ code: 'quality-red', title: 'Red' }], subscription: 'missing' })).toEqual([
    'quality-red',
    'not-subscribed',
  ])
})
