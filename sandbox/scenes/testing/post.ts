import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { world } from './world.ts'

export interface Answer {
  /** 0: no answer came. */
  status: number
  text: string
  headers: Record<string, string | string[] | undefined>
  /** The system's code of what went wrong with the connection, such as ECONNRESET. */
  error?: string
  ms: number
}

type Headers = Record<string, string | string[]>

const shared = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends exactly these bytes and headers; never rejects: a failure to get through is an answer with status 0. */
export function post(
  url: string,
  body: string | Buffer,
  headers: Headers = {},
  method = 'POST',
): Promise<Answer> {
  const bytes = Buffer.from(body)
  const began = performance.now()
  return new Promise((resolve) => {
    const end = (answer: Omit<Answer, 'ms'>) => resolve({ ...answer, ms: performance.now() - began })
    const call = request(url, {
      method,
      agent: shared,
      headers: { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers },
      signal: AbortSignal.timeout(20_000),
    })
    call.on('error', (error: NodeJS.ErrnoException) =>
      end({ status: 0, text: '', headers: {}, error: error.code ?? error.name }),
    )
    call.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', (error: NodeJS.ErrnoException) =>
        end({ status: 0, text: '', headers: {}, error: error.code ?? error.name }),
      )
      response.on('end', () =>
        end({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          headers: response.headers,
        }),
      )
    })
    call.end(bytes)
  })
}

export const get = (url: string, headers: Headers = {}) => post(url, '', headers, 'GET')

/** The header by which Meta proves that it sent these bytes. */
export const signature = (body: string | Buffer, secret: string = world.meta.appSecret) => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})

/** One of Meta's calls, signed, to the app or the front door at `url`. */
export const postFromMeta = (url: string, body: string | Buffer, headers: Headers = {}) =>
  post(`${url}/webhooks/whatsapp`, body, { ...signature(body), ...headers })
