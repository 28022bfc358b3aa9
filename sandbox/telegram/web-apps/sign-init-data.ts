import { createHmac, generateKeyPairSync, sign } from 'node:crypto'

/** Telegram signs for third parties with a key of its own, which nobody else has: here it is one of this process. */
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** By which the `signature` of what is signed here can be checked. */
export const signingKey = publicKey

const asLines = (fields: [string, string][]): string =>
  fields
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')

/**
 * What a Mini App is told of who opened it, as a query string: the fields, `signature` (Ed25519, for third parties) and
 * `hash`, the HMAC of all else with a key that is made of the bot's token.
 */
export function signInitData(bot: { id: number; token: string }, given: Record<string, string>): string {
  const fields = Object.entries(given)
  const words = Buffer.from(`${bot.id}:WebAppData\n${asLines(fields)}`)
  const signature = sign(null, words, privateKey).toString('base64url')
  const signed: [string, string][] = [...fields, ['signature', signature]]
  const secret = createHmac('sha256', 'WebAppData').update(bot.token).digest()
  const hash = createHmac('sha256', secret).update(asLines(signed)).digest('hex')
  const all: [string, string][] = [...signed, ['hash', hash]]
  return all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
