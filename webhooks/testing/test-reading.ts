import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChannelModule } from '../channel-module.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import type { ChannelExamples } from './channel-examples.ts'
import { mutateJson } from './mutate-json.ts'

/** Reading loses nothing, never throws, and gives the same each time. */
export function testReading(module: ChannelModule, examples: ChannelExamples) {
  const now = () => new Date('2026-11-20T10:00:00Z')
  const read = (call: unknown) => module.createReader({ now })(Buffer.from(JSON.stringify(call)))
  const known = examples.messages.length > 0 ? [fc.constantFrom(...examples.messages)] : []
  const anything = fc.oneof<fc.Arbitrary<unknown>[]>(
    fc.jsonValue(),
    ...known,
    ...known.map((message) => message.chain(mutateJson)),
  )

  const idOf = examples.externalIdOf ?? ((message: JsonRecord) => message.id)
  const several = examples.onePerCall ? { minLength: 1, maxLength: 1 } : { maxLength: 12 }

  test('loses nothing: each item comes out once, in its place, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(anything, several), (items) => {
        const out = read(examples.callWith(items)).slice(0, items.length)
        expect(out).toHaveLength(items.length)
        for (const [index, item] of items.entries()) {
          if (examples.messages.includes(item as JsonRecord)) {
            expect(out[index]).toMatchObject({ type: 'message', externalId: idOf(item as JsonRecord) })
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('never throws at a JSON object, and what it gives can be stored', () => {
    const whole = fc.constantFrom(...wholeCalls(examples)).chain(mutateJson)
    const call = fc.oneof(whole, fc.dictionary(fc.string(), fc.jsonValue()))
    fc.assert(
      fc.property(call, (body) => {
        for (const item of read(body)) {
          expect(module.networks).toContain(item.network)
          if ('sentAt' in item) expect(item.sentAt.getTime()).not.toBeNaN()
          if ('at' in item) expect(item.at.getTime()).not.toBeNaN()
          if (item.type === 'message') {
            for (const { value } of item.person.identities) expect(value).not.toBe('')
          }
          const stored = JSON.stringify(item)
          expect(stored.isWellFormed()).toBe(true)
          expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('reads the same call in the same way each time', () => {
    for (const call of wholeCalls(examples)) {
      expect(read(call)).toEqual(read(call))
      expect(read(call).length).toBeGreaterThan(0)
    }
  })

  test('refuses what is not a JSON object as a whole', () => {
    const reader = module.createReader({ now })
    for (const body of ['', 'no json', '[]', '"text"']) expect(() => reader(Buffer.from(body))).toThrow()
  })
}

/** Every example as its network would send it. */
export const wholeCalls = (examples: ChannelExamples): JsonRecord[] => [
  ...examples.calls,
  ...(examples.onePerCall
    ? examples.messages.map((message) => examples.callWith([message]))
    : [examples.callWith(examples.messages)]),
]
