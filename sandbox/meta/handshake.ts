import type { Kernel } from '../kernel.ts'
import type { WebhookClient } from './webhook-client.ts'

/** Why a handshake failed, in a sentence; undefined when the receiver proved that it knows the verify token. */
export async function handshake(
  kernel: Kernel,
  client: WebhookClient,
  webhookUrl: string,
  verifyToken: string,
): Promise<{ error: string; status: number; body: string } | undefined> {
  const challenge = String(Math.floor(1_000_000_000 * (1 + Math.random())))
  const url = new URL(webhookUrl)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', verifyToken)
  const at = Date.now()
  const answer = await client.post({ url: url.href, method: 'GET', headers: {}, timeoutMs: 10_000 })
  kernel.record({
    at,
    from: 'meta',
    to: 'app',
    title: `GET ${url.pathname} (handshake)`,
    status: answer.status,
    ms: Date.now() - at,
    request: { 'hub.mode': 'subscribe', 'hub.challenge': challenge },
    response: answer.text,
  })
  if (answer.status === 200 && answer.text === challenge) return undefined
  const wanted = `The receiver had to answer 200 with the challenge ${challenge}`
  const got = answer.status === 0 ? `could not be reached: ${answer.text}` : `answered ${answer.status}`
  return { error: `${wanted}; it ${got}.`, status: answer.status, body: answer.text }
}

/** True for an absolute http or https address. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)
}
