import { createHmac } from 'node:crypto'

/** What Meta puts into `X-Hub-Signature-256`. */
export function sign(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
