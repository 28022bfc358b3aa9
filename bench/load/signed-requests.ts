import { createHmac, createSecretKey } from 'node:crypto'
import { bodyOf, type Traffic } from './whatsapp-bodies.ts'

/** Whole HTTP requests, ready to be written to a socket. */
export interface Requests {
  count: number
  at(index: number): Buffer
}

/** What a growing store sets aside at once, in bytes. */
const slab = 16 * 1024 * 1024

/**
 * Writes and signs every request before the clock starts, so that the generator does nothing but send. About 850
 * bytes each.
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
    const body = bodyOf(traffic, index)
    const signature = createHmac('sha256', key).update(body).digest('hex')
    const head =
      `POST ${target.path} HTTP/1.1\r\nHost: ${target.host}\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\n` +
      `Content-Type: application/json\r\nX-Hub-Signature-256: sha256=${signature}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`
    const text = head + body
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
