import { expect, test } from 'vitest'
import { sign } from '../testing/sign.ts'
import { createSignatureCheck } from './signature.ts'

const body = Buffer.from('{"object":"whatsapp_business_account"}')

test('a signature made elsewhere with the same secret is recognised', () => {
  const known = 'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8'
  const fox = Buffer.from('The quick brown fox jumps over the lazy dog')
  expect(createSignatureCheck('key')(fox, known)).toBe(true)
  expect(createSignatureCheck('Key')(fox, known)).toBe(false)
})

test('a body that differs in one bit is not', () => {
  const isSigned = createSignatureCheck('bakery')
  const signature = sign(body, 'bakery')
  expect(isSigned(body, signature)).toBe(true)
  const other = Buffer.from(body)
  other.writeUInt8(other.readUInt8(3) ^ 1, 3)
  expect(isSigned(other, signature)).toBe(false)
})
