import { expect, it } from 'vitest'
import { AddressRefused, checkedLookup, type Resolve } from './check-address.ts'

const addresses = [
  { address: '157.240.1.1', family: 4 },
  { address: '2a00:1450:4007:80e::200e', family: 6 },
]
const ask = (resolve: Resolve, all: boolean) =>
  new Promise<unknown[]>((done) =>
    checkedLookup(resolve)('cdn.example.org', { all }, (...answer) => done(answer)),
  )

it('gives the connection the very addresses that were checked, in both ways in which it may ask', async () => {
  expect(await ask(async () => addresses, true)).toEqual([null, addresses])
  expect(await ask(async () => addresses, false)).toEqual([null, '157.240.1.1', 4])
})
it('gives none of them when one is not of the open internet', async () => {
  const mixed = [...addresses, { address: '10.0.0.1', family: 4 }]
  for (const all of [true, false]) {
    expect((await ask(async () => mixed, all))[0]).toBeInstanceOf(AddressRefused)
  }
})
it('passes on that a name is not known', async () => {
  const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  expect((await ask(() => Promise.reject(unknown), true))[0]).toBe(unknown)
})
