import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ParameterizedContext } from 'koa'
import { formsToken, googleKey } from '../load/lead-bodies.ts'
import { telegramSecret } from '../load/telegram-bodies.ts'

/** What the bare handlers begin with: the raw body, or undefined after a 401 for what its network did not prove. */
export async function readProvenBody(ctx: ParameterizedContext, secret: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  if (isProven(ctx, body, secret)) return body
  ctx.status = 401
  ctx.body = ''
  return undefined
}

function isProven(ctx: ParameterizedContext, body: Buffer, secret: string): boolean {
  switch (ctx.path) {
    case '/webhooks/telegram/customer':
      return isSame(telegramSecret, ctx.get('X-Telegram-Bot-Api-Secret-Token'))
    case '/webhooks/google-ads':
      return body.includes(`"google_key":"${googleKey}"`)
    case `/webhooks/forms/${formsToken}`:
      return true
    default: {
      const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
      return isSame(expected, ctx.get('X-Hub-Signature-256'))
    }
  }
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
