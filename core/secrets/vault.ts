import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Seals network tokens for storage: AES-256-GCM, a fresh nonce each time, and the place they belong to as additional
 * data, so that a cipher text copied to another row or column does not open.
 */
export interface Vault {
  seal(plain: string, place: string): Buffer
  /** @throws when the text was changed, moved, or sealed with a key that is not given */
  open(sealed: Buffer, place: string): string
  /** The key id that `seal` writes; a row with another one wants sealing again. */
  keyId: string
  keyIdOf(sealed: Buffer): string
  /** 32 bytes that nobody without the key can make: the same each time for the same place, so that they need not be kept. */
  derive(place: string): Buffer
}

const version = 1
const nonceLength = 12
const tagLength = 16

/**
 * Envelope: version (1 byte), key id (4), nonce (12), tag (16), cipher text.
 *
 * @param keys the first seals, all open: put a new key first to rotate
 */
export function createVault(keys: [Buffer, ...Buffer[]]): Vault {
  const ring = keys.map((key) => {
    const derived = Buffer.from(hkdfSync('sha256', key, '', 'parley channel tokens', 32))
    return { id: createHash('sha256').update(derived).digest().subarray(0, 4), key: derived }
  })
  const [current] = ring
  if (!current) throw new Error('The vault needs at least one key: set ENCRYPTION_KEY.')
  const secret = Buffer.from(hkdfSync('sha256', keys[0], '', 'parley derived secrets', 32))
  const keyIdOf = (sealed: Buffer) => sealed.subarray(1, 5).toString('hex')
  return {
    keyId: current.id.toString('hex'),
    keyIdOf,
    derive: (place) => createHmac('sha256', secret).update(place).digest(),
    seal(plain, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), current.id, nonce, cipher.getAuthTag(), text])
    },
    open(sealed, place) {
      const id = keyIdOf(sealed)
      const entry = ring.find((candidate) => candidate.id.toString('hex') === id)
      if (sealed[0] !== version || !entry) {
        throw new Error(
          `A stored token was sealed with the key ${id}, which is not given. Set ENCRYPTION_KEY to the key it was sealed with.`,
        )
      }
      const tagAt = 5 + nonceLength
      const decipher = createDecipheriv('aes-256-gcm', entry.key, sealed.subarray(5, tagAt))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(tagAt, tagAt + tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(tagAt + tagLength)), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}
