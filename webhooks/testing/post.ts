import { appSecret } from './open-webhooks.ts'
import { sign } from './sign.ts'

export function post(url: string, body: string | Buffer, headers: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })
}

/** Posts as Meta does, rightly signed unless told otherwise. */
export function postMeta(
  at: { url: string },
  body: string | Buffer,
  signature = sign(body, appSecret),
): Promise<Response> {
  return post(`${at.url}/webhooks/meta`, body, { 'x-hub-signature-256': signature })
}

/** A call that is kept as it is. */
export const someCall = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [{ id: '881', changes: [] }],
})
