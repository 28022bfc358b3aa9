import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a link is good for. */
export interface LinkClaim {
  organizationId: string
  attachmentId: string
  /** As a file to save, whatever it is. */
  download: boolean
}

export interface LinkTokens {
  sign(claim: LinkClaim, expiresAt: Date): string
  /** Undefined for whatever we did not sign, and for what has expired. */
  open(token: string, now: Date): LinkClaim | undefined
}

const version = 1
const claimLength = 38
const macLength = 32

/**
 * Signs what a link is good for. Token: base64url of version (1 byte), organization (16), attachment (16), end in seconds
 * (4), flags (1: download), HMAC-SHA256 over all of them (32). Who has the link has the file until it ends: it is made
 * for one purpose and short.
 *
 * @param keys of the desk; a key of its own is derived from each. The first signs, all open.
 */
export function createLinkTokens(keys: readonly [Buffer, ...Buffer[]]): LinkTokens {
  const derive = (key: Buffer) => Buffer.from(hkdfSync('sha256', key, '', 'parley media links', 32))
  const [first, ...rest] = keys
  const current = derive(first)
  const ring = [current, ...rest.map(derive)]
  const macOf = (key: Buffer, claim: Buffer) => createHmac('sha256', key).update(claim).digest()

  return {
    sign({ organizationId, attachmentId, download }, expiresAt) {
      const claim = Buffer.alloc(claimLength)
      claim.writeUInt8(version, 0)
      bytesOf(organizationId).copy(claim, 1)
      bytesOf(attachmentId).copy(claim, 17)
      claim.writeUInt32BE(Math.floor(expiresAt.getTime() / 1_000), 33)
      claim.writeUInt8(download ? 1 : 0, 37)
      return Buffer.concat([claim, macOf(current, claim)]).toString('base64url')
    },
    open(token, now) {
      if (!/^[\w-]{94}$/.test(token)) return undefined
      const bytes = Buffer.from(token, 'base64url')
      const claim = bytes.subarray(0, claimLength)
      const mac = bytes.subarray(claimLength)
      if (mac.length !== macLength) return undefined
      // Two spellings of the same bytes would be two links.
      if (bytes.toString('base64url') !== token) return undefined
      if (!ring.some((key) => timingSafeEqual(macOf(key, claim), mac))) return undefined
      if (claim[0] !== version || claim.readUInt32BE(33) * 1_000 <= now.getTime()) return undefined
      return {
        organizationId: idOf(claim.subarray(1, 17)),
        attachmentId: idOf(claim.subarray(17, 33)),
        download: claim[37] === 1,
      }
    },
  }
}

function bytesOf(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== 16) throw new Error('A link is made for the ids of rows only.')
  return bytes
}

const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
