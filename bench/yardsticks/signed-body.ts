import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ParameterizedContext } from 'koa'

/** What both bare handlers begin with: the raw body, or undefined after a 401 for a wrong signature. */
export async function readSignedBody(ctx: ParameterizedContext, secret: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  const given = Buffer.from(ctx.get('X-Hub-Signature-256'))
  if (given.length === expected.length && timingSafeEqual(given, expected)) return body
  ctx.status = 401
  ctx.body = ''
  return undefined
}
