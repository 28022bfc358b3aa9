import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { createLinkTokens } from './link-tokens.ts'

const key = randomBytes(32)
const tokens = createLinkTokens([key])
const claim = { organizationId: newId(), attachmentId: newId(), download: false }
const now = new Date('2026-03-01T12:00:00Z')
const soon = new Date(now.getTime() + 900_000)

it('opens what it signed', () => {
  expect(tokens.open(tokens.sign(claim, soon), now)).toEqual(claim)
  const download = { ...claim, download: true }
  expect(tokens.open(tokens.sign(download, soon), now)).toEqual(download)
})
it('opens nothing once its time is over', () => {
  const token = tokens.sign(claim, soon)
  expect(tokens.open(token, new Date(soon.getTime() - 1))).toEqual(claim)
  expect(tokens.open(token, soon)).toBeUndefined()
})
it('opens nothing in which a single bit was changed', () => {
  const bytes = Buffer.from(tokens.sign(claim, soon), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(tokens.open(changed.toString('base64url'), now)).toBeUndefined()
  }
})
it.each(['', 'a', 'a'.repeat(94), 'a'.repeat(10_000), '../../etc/passwd', '%00'])(
  'opens nothing for %j',
  (token) => {
    expect(tokens.open(token, now)).toBeUndefined()
  },
)
it('has one spelling of each token only', () => {
  const token = tokens.sign(claim, soon)
  const same = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    .split('')
    .filter((last) => tokens.open(token.slice(0, -1) + last, now))
  expect(same).toEqual([token.at(-1)])
})
it('opens links of the key before, and none of a stranger', () => {
  const token = tokens.sign(claim, soon)
  expect(createLinkTokens([randomBytes(32), key]).open(token, now)).toEqual(claim)
  expect(createLinkTokens([randomBytes(32)]).open(token, now)).toBeUndefined()
})
