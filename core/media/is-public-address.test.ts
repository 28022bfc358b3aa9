import { expect, it } from 'vitest'
import { AddressRefused, checkUrl } from './check-address.ts'
import { isPublicAddress } from './is-public-address.ts'

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.0.0.7',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::7f00:1',
  '::ffff:0:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::1',
  '2001:db8::1',
  '3fff::1',
  'fe80::1',
  'fe80::1%eth0',
  '2a00:1450:4007::200e%eth0',
  'fec0::1',
  'fd00::1',
  'fc00::1',
  'ff02::1',
  '100::1',
  '0177.1',
  '0x7f.1',
  '2130706433',
  'localhost',
  '',
])('takes %s for no address of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(['8.8.8.8', '157.240.1.1', '172.32.0.1', '100.128.0.1', '2a00:1450:4007:80e::200e'])(
  'takes %s for one',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

it.each([
  'file:///etc/passwd',
  'gopher://example.org/',
  'ftp://example.org/',
  'data:text/plain,x',
  'http://user@example.org/',
  'http://user:word@example.org/',
  'http://example.org:5432/',
  'https://example.org:22/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0177.1/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://[fd00::8]/',
  'http://169.254.169.254/latest/meta-data/',
])('does not even try %s', (address) => {
  expect(() => checkUrl(new URL(address), [])).toThrow(AddressRefused)
})

it('lets only the very origin that the operator named stand on a private address', () => {
  const trusted = ['http://127.0.0.1:8081']
  expect(checkUrl(new URL('http://127.0.0.1:8081/file/bot1:x/photo'), trusted)).toBe(true)
  expect(() => checkUrl(new URL('http://127.0.0.1:8082/'), trusted)).toThrow(AddressRefused)
  expect(() => checkUrl(new URL('https://127.0.0.1:8081/'), trusted)).toThrow(AddressRefused)
  expect(() => checkUrl(new URL('http://x@127.0.0.1:8081/'), trusted)).toThrow(AddressRefused)
  expect(checkUrl(new URL('https://cdn.example.org/'), trusted)).toBe(false)
})
