import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { isSameSecret } from '../same-secret.ts'

const prefix = 'hmacsha256='

export interface LinkedinSignature {
  /** What LinkedIn wants back for its challenge: hex of HMAC-SHA256 over the code. */
  respond(challengeCode: string): string
  /** Whether `X-LI-Signature` was made over these bytes: hex of HMAC-SHA256 over `hmacsha256=` and the body. */
  isSigned(body: Buffer, header: string): boolean
}

/**
 * Both proofs use the app's client secret.
 * Source: https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation
 *
 * @throws Error when the secret is empty, because everybody can sign with nothing
 */
export function createLinkedinSignature(clientSecret: string): LinkedinSignature {
  if (clientSecret === '') throw new Error('The LinkedIn client secret is empty: set LINKEDIN_CLIENT_SECRET.')
  const key: KeyObject = createSecretKey(clientSecret, 'utf8')
  const sign = (...parts: (string | Buffer)[]) => {
    const hmac = createHmac('sha256', key)
    for (const part of parts) hmac.update(part)
    return hmac.digest('hex')
  }
  return {
    respond: (challengeCode) => sign(challengeCode),
    isSigned(body, header) {
      // Some of LinkedIn's own pages show the value with the prefix that is part of what is signed.
      const bare = header.startsWith(prefix) ? header.slice(prefix.length) : header
      return isSameSecret(Buffer.from(sign(prefix, body), 'latin1'), bare)
    },
  }
}
