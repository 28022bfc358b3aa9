import { timingSafeEqual } from 'node:crypto'

/**
 * Compares what a stranger sent with a secret, in constant time for equal lengths. The length of a secret
 * is no secret; comparing it first also keeps `timingSafeEqual` from throwing.
 */
export function isSameSecret(expected: Buffer, given: string | null | undefined): boolean {
  // A longer text is turned away before it is copied: headers and queries may be huge.
  if (!given || given.length > expected.length) return false
  const bytes = Buffer.from(given, 'utf8')
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}
