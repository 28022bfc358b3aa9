import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createVault } from './vault.ts'

const oldKey = randomBytes(32)
const newKey = randomBytes(32)

it('opens what it sealed, where it belongs', () => {
  const vault = createVault([oldKey])
  expect(vault.open(vault.seal('EAAG…token', 'a/1'), 'a/1')).toBe('EAAG…token')
})
it('does not open a token that was moved to another place', () => {
  const vault = createVault([oldKey])
  expect(() => vault.open(vault.seal('token', 'a/1'), 'b/1')).toThrow()
})
it('does not open a token in which one bit was changed', () => {
  const vault = createVault([oldKey])
  const sealed = vault.seal('token', 'a/1')
  const last = sealed.length - 1
  sealed[last] = (sealed[last] ?? 0) ^ 1
  expect(() => vault.open(sealed, 'a/1')).toThrow()
})
it('opens old tokens after the key has changed, and seals with the new one', () => {
  const sealed = createVault([oldKey]).seal('token', 'a/1')
  const rotated = createVault([newKey, oldKey])
  expect(rotated.open(sealed, 'a/1')).toBe('token')
  expect(rotated.keyIdOf(rotated.seal('token', 'a/1'))).toBe(rotated.keyId)
  expect(rotated.keyIdOf(sealed)).not.toBe(rotated.keyId)
})
it('derives the same for one place each time, and another for any other place or key', () => {
  const vault = createVault([oldKey])
  const derived = vault.derive('a/1').toString('hex')
  expect(createVault([oldKey]).derive('a/1').toString('hex')).toBe(derived)
  expect(vault.derive('a/2').toString('hex')).not.toBe(derived)
  expect(createVault([newKey, oldKey]).derive('a/1').toString('hex')).not.toBe(derived)
})
it('says which key is missing', () => {
  const sealed = createVault([oldKey]).seal('token', 'a/1')
  expect(() => createVault([newKey]).open(sealed, 'a/1')).toThrow(/ENCRYPTION_KEY/)
})
it('never writes the same cipher text twice', () => {
  const vault = createVault([oldKey])
  const seen = new Set(Array.from({ length: 1000 }, () => vault.seal('token', 'a').toString('hex')))
  expect(seen.size).toBe(1000)
})
