import { Agent, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface Answer {
  /** 0: no answer came; `error` says why. */
  status: number
  body: string
  retryAfterSeconds?: number
  error?: string
}

const agent = new Agent({ keepAlive: true })
const mostBytes = 1024 * 1024

function explain(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED') return 'Connection refused'
  if (code === 'ECONNRESET') return 'Connection reset by peer'
  if (code === 'ETIMEDOUT') return 'Read timeout expired'
  return error.message
}

/** Posts JSON and always resolves: a failure to get through is an answer with status 0. */
export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<Answer> {
  const text = JSON.stringify(body)
  const secure = url.startsWith('https:')
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      ...(secure ? {} : { agent }),
    }
    const sent = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= mostBytes) chunks.push(chunk)
      })
      response.on('error', (error) => resolve({ status: 0, body: '', error: explain(error) }))
      response.on('end', () => {
        const retryAfter = Number(response.headers['retry-after'])
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          ...(retryAfter > 0 ? { retryAfterSeconds: Math.min(retryAfter, 3600) } : {}),
        })
      })
    })
    sent.setTimeout(timeoutMs, () =>
      sent.destroy(Object.assign(new Error('time-out'), { code: 'ETIMEDOUT' })),
    )
    sent.on('error', (error) => resolve({ status: 0, body: '', error: explain(error) }))
    sent.end(text)
  })
}
