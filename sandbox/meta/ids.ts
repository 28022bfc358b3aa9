import { randomBytes, randomInt } from 'node:crypto'

const incoming = 0x12
const outgoing = 0x11

/**
 * A WhatsApp message id built as the real ones are: a length-prefixed peer, a direction, and a random hex string, in
 * Base64. Code that cuts ids, lower-cases them or chokes on `=` and `/` therefore fails here as it would in service.
 */
export function newWamid(peer: string, from: 'customer' | 'business'): string {
  const owner = Buffer.from(peer.replace(/\D/g, '').slice(0, 20) || '0')
  const key = Buffer.from(randomBytes(10).toString('hex').toUpperCase())
  const direction = from === 'customer' ? incoming : outgoing
  const head = Buffer.from([0x1c, 0x18, owner.length])
  const middle = Buffer.from([0x15, 0x02, 0x00, direction, 0x18, key.length])
  return `wamid.${Buffer.concat([head, owner, middle, key, Buffer.from([0])]).toString('base64')}`
}

/** A Graph object id: 16 decimal digits. */
export function newObjectId(): string {
  return `${randomInt(10_000_000, 99_999_999)}${randomInt(10_000_000, 99_999_999)}`
}

/** A number of 19 digits: more than a JavaScript number holds, less than 2^63, as leads and their forms have today. */
export function newLongId(): string {
  return `1${randomInt(10, 99)}${newObjectId()}`
}

/** A message id of Instagram (long Base64) or Messenger (`m_` and URL-safe Base64). */
export function newMid(network: 'instagram' | 'messenger'): string {
  if (network === 'messenger') return `m_${randomBytes(60).toString('base64url')}`
  return `aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOj${randomBytes(81).toString('base64')}`
}

/** A business-scoped user id: the country, a dot, twenty digits. */
export function newUserId(country: string): string {
  return `${country}.${randomInt(1000, 9999)}${newObjectId()}`
}

export function newTraceId(): string {
  return `A${randomBytes(16).toString('base64url')}`
}
