import type { ParameterizedContext } from 'koa'
import { answer } from '../answer.ts'
import { isSameSecret } from '../same-secret.ts'
import type { WebhookMetrics } from '../webhook-metrics.ts'

/**
 * `GET ?hub.mode=subscribe&hub.verify_token=…&hub.challenge=…`: Meta asks once, when the webhook is
 * connected. Answers 200 with the challenge as plain text, 403 for another token or mode, 400 without a
 * challenge.
 *
 * @throws Error when the token is empty
 */
export function createHandshake(verifyToken: string, metrics: WebhookMetrics) {
  if (verifyToken === '') throw new Error('The Meta verify token is empty: set META_VERIFY_TOKEN.')
  const expected = Buffer.from(verifyToken, 'utf8')

  return (ctx: ParameterizedContext): void => {
    const query = new URLSearchParams(ctx.querystring)
    const [token, ...others] = query.getAll('hub.verify_token')
    const known = isSameSecret(expected, token) && others.length === 0
    const challenge = query.get('hub.challenge')
    if (known && query.get('hub.mode') === 'subscribe' && challenge) {
      answer(ctx, 200, challenge)
      return
    }
    metrics.rejected('bad-handshake')
    if (known && !challenge) answer(ctx, 400, 'hub.challenge is missing.')
    else answer(ctx, 403, 'The verify token is not ours.')
  }
}
