import { expect, test } from 'vitest'
import { type MixTraffic, mixedCall, placeInMix, statesAmong, writersOn } from './mix.ts'

const mix: MixTraffic = { kind: 'mix', run: 'T0', people: 900, messages: 100, forms: false }
const parts = ['whatsapp', 'instagram', 'messenger', 'telegram', 'leads'] as const

test('a mix has each of its parts in its share, counted without a gap', () => {
  const seen = new Map<string, number[]>()
  for (let index = 0; index < 3_000; index += 1) {
    const { part, nth } = placeInMix(mix, index)
    seen.set(part, [...(seen.get(part) ?? []), nth])
  }
  for (const [part, share] of [...parts.map((part) => [part, writersOn(part, 2_700)] as const)]) {
    expect(seen.get(part)).toEqual(Array.from({ length: share }, (_, nth) => nth))
  }
  expect(seen.get('states')).toHaveLength(statesAmong(3_000))
})

test('a mix without states is of the same networks in the same proportion', () => {
  const quiet = { ...mix, messages: 0 }
  const told = Array.from({ length: 450 }, (_, index) => placeInMix(quiet, index).part)
  for (const part of parts) expect(told.filter((other) => other === part)).toHaveLength(writersOn(part, 450))
})

test('no two calls of a mix are the same, not even of two runs', () => {
  const bodies = ['T0', 'T1'].flatMap((run) =>
    Array.from({ length: 3_000 }, (_, index) => mixedCall({ ...mix, run, forms: true }, index).body),
  )
  expect(new Set(bodies).size).toBe(6_000)
})
