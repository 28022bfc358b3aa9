import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ChangedState, decideChange, type MessageChange } from './message-change.ts'

const untouched: ChangedState = { editedAt: null, revokedAt: null, erasedAt: null, body: null }
const changes = fc.uniqueArray(
  fc.record({
    change: fc.constantFrom('edited', 'revoked', 'erased'),
    second: fc.nat(1000),
    body: fc.string({ minLength: 1 }),
  }),
  { selector: ({ second }) => second },
)
const end = (list: { change: string; second: number; body: string }[]) =>
  list.reduce((state, { change, second, body }) => {
    const at = new Date(second * 1000)
    const said = { accountId: 'a', externalId: 'x', change, body, at } as MessageChange
    return decideChange(state, said) ?? state
  }, untouched)

it('ends with the same text, however often and in whatever order the changes are heard of', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const forward = end(list)
      const back = end([...list.toReversed(), ...list])
      expect(back.body).toBe(forward.body)
      expect(back.erasedAt === null).toBe(forward.erasedAt === null)
      expect(back.revokedAt === null).toBe(forward.revokedAt === null)
    }),
  )
})
it('brings nothing back that was erased', () => {
  const erased = { ...untouched, erasedAt: new Date(0) }
  const edit: MessageChange = {
    accountId: 'a',
    externalId: 'x',
    change: 'edited',
    body: 'x',
    at: new Date(9),
  }
  expect(decideChange(erased, edit)).toBeUndefined()
})
