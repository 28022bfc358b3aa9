import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { callOf, type Traffic } from './traffic.ts'

/** Whole HTTP requests, ready to be written to a socket. */
export interface Requests {
  count: number
  at(index: number): Buffer
}

/** What a growing store sets aside at once, in bytes. */
const slab = 16 * 1024 * 1024

/**
 * Writes and signs every request before the clock starts, so that the generator does nothing but send. About 850
 * bytes each, but for history. A call that names its path goes there, and any other to the path of the target.
 */
export function signRequests(
  target: { host: string; path: string; secret: string },
  traffic: Traffic,
  count: number,
): Requests {
  const key = createSecretKey(target.secret, 'utf8')
  const ends = new Uint32Array(count)
  const slabs: Buffer[] = []
  const slabOf = new Uint16Array(count)
  let current = Buffer.allocUnsafe(0)
  let at = 0
  for (let index = 0; index < count; index += 1) {
    const { path = target.path, headers, body } = callOf(traffic, index)
    const proof = Object.entries(headers ?? signedByMeta(key, body)).map(
      ([name, value]) => `${name}: ${value}`,
    )
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${target.host}`,
      'Accept: */*',
      ...proof,
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    const text = `${head.join('\r\n')}\r\n\r\n${body}`
    if (at + text.length * 3 > current.length) {
      current = Buffer.allocUnsafe(slab)
      slabs.push(current)
      at = 0
    }
    at += current.write(text, at)
    ends[index] = at
    slabOf[index] = slabs.length - 1
  }
  return {
    count,
    at(index) {
      const store = slabs[slabOf[index] ?? 0] ?? current
      const begin = index > 0 && slabOf[index - 1] === slabOf[index] ? (ends[index - 1] ?? 0) : 0
      return store.subarray(begin, ends[index])
    },
  }
}

const signedByMeta = (key: KeyObject, body: string): Record<string, string> => ({
  'User-Agent': 'facebookexternalua',
  'Content-Type': 'application/json',
  'X-Hub-Signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
})
