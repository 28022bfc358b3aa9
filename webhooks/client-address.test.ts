import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { createAddressReader } from './client-address.ts'

const read = createAddressReader(['127.0.0.1', '::1', '10.0.0.0/8'])
const from = (remoteAddress: string, forwarded?: string) =>
  read({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage)

test('a stranger cannot pretend to be forwarded', () => {
  expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
})

test('behind a known proxy the address it saw counts, not what the stranger wrote before it', () => {
  expect(from('127.0.0.1', '1.2.3.4, 203.0.113.9')).toBe('203.0.113.9')
  expect(from('::ffff:127.0.0.1', '203.0.113.9, 10.1.1.1')).toBe('203.0.113.9')
})

test('what is no address is not one', () => {
  expect(from('127.0.0.1', 'nobody')).toBe('127.0.0.1')
  expect(from('127.0.0.1')).toBe('127.0.0.1')
})
