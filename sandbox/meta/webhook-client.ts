import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** What came back; status 0 with the reason in `text` when nothing did. */
export interface WebhookAnswer {
  status: number
  text: string
}

export interface WebhookPost {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: Buffer
  timeoutMs: number
  /** Hang up the moment an answer begins: the receiver did its work, the sender never learns. */
  hangUp?: boolean
}

/** Makes the HTTP calls of the simulated Meta; `close` ends the idle connections. */
export interface WebhookClient {
  post(call: WebhookPost): Promise<WebhookAnswer>
  close(): void
}

const keptAnswer = 64 * 1024

export function createWebhookClient(): WebhookClient {
  const plain = new HttpAgent({ keepAlive: true, maxSockets: 64 })
  const secure = new HttpsAgent({ keepAlive: true, maxSockets: 64 })
  return {
    post: ({ url, method, headers, body, timeoutMs, hangUp = false }) =>
      new Promise((resolve) => {
        const fail = (reason: Error) => resolve({ status: 0, text: reason.message })
        const length = body === undefined ? {} : { 'content-length': String(body.length) }
        const all = { 'user-agent': 'facebookexternalua', accept: '*/*', ...headers, ...length }
        const signal = AbortSignal.timeout(timeoutMs)
        const settings = { method, headers: all, signal }
        const call = url.startsWith('https:')
          ? httpsRequest(url, { ...settings, agent: secure })
          : httpRequest(url, { ...settings, agent: plain })
        call.on('error', fail)
        call.on('response', (response) => {
          if (hangUp) call.destroy(new Error('The connection was reset by a fault.'))
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', fail)
          response.on('end', () => {
            const text = Buffer.concat(parts).subarray(0, keptAnswer).toString()
            resolve({ status: response.statusCode ?? 0, text })
          })
        })
        call.end(body)
      }),
    close() {
      plain.destroy()
      secure.destroy()
    },
  }
}
