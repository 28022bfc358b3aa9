import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createKernel, type Kernel } from '../kernel.ts'
import { createMeta, type Meta } from './create-meta.ts'
import { type Fields, isFields } from './fields.ts'
import type { MetaOptions } from './meta-options.ts'
import type { Phone } from './phone.ts'

/** One request as the receiver of the test got it. */
export interface Received {
  body: Buffer
  headers: IncomingMessage['headers']
}

/** The simulator behind a real server, and a receiver that stands for the product. */
export interface TestBench {
  kernel: Kernel
  meta: Meta
  url: string
  received: Received[]
  /** The `value` objects of all received changes, in order of arrival. */
  values(): Fields[]
  /** What the receiver answers to webhooks from now on; default 200. */
  answerWith(status: number): void
  graph(
    path: string,
    body?: unknown,
    init?: RequestInit,
  ): Promise<{ status: number; json: Fields; headers: Headers }>
  control(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>
  phone(name: string): Phone
  /** Waits until the condition holds, at most two seconds. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

export const testApp = {
  appId: '910000000000001',
  appSecret: 'secret-of-the-test-app',
  verifyToken: 'verify-me',
  phoneNumberId: '810000000000001',
  wabaId: '710000000000001',
  displayPhoneNumber: '+44 7700 900001',
  accessToken: 'EAAtest',
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

function objects(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Opens the bench with every delay at zero and one registered number. */
export async function openTestBench(options: MetaOptions = {}): Promise<TestBench> {
  const kernel = createKernel()
  const meta = createMeta(kernel, {
    statusDelayMs: [0, 0],
    readDelayMs: [0, 0],
    retryDelaysMs: [20],
    ...options,
  })
  const received: Received[] = []
  let status = 200
  const receiver = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://receiver').searchParams
    if (request.method === 'GET') {
      const right =
        asked.get('hub.verify_token') === testApp.verifyToken && asked.get('hub.mode') === 'subscribe'
      response.writeHead(right ? 200 : 403).end(right ? asked.get('hub.challenge') : 'forbidden')
      return
    }
    received.push({ body: await bytesOf(request), headers: request.headers })
    response.writeHead(status).end()
  })
  const server = createServer(async (request, response) => {
    const at = new URL(request.url ?? '/', 'http://sandbox')
    if (!((await meta.handler(request, response, at)) || (await meta.control(request, response, at))))
      response.writeHead(404).end()
  })
  const webhookUrl = `${await listen(receiver)}/webhooks/meta`
  const url = await listen(server)
  const bench: TestBench = {
    kernel,
    meta,
    url,
    received,
    values: () =>
      received
        .flatMap(({ body }) => objects((JSON.parse(body.toString()) as Fields).entry))
        .flatMap((entry) => objects(entry.changes))
        .flatMap(({ value }) => (isFields(value) ? [value] : [])),
    answerWith(wanted) {
      status = wanted
    },
    async graph(path, body, init = {}) {
      const headers = { authorization: `Bearer ${testApp.accessToken}`, 'content-type': 'application/json' }
      const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const answer = await fetch(`${url}/graph/v26.0${path}`, { headers, ...sent, ...init })
      return { status: answer.status, json: (await answer.json()) as Fields, headers: answer.headers }
    },
    async control(method, path, body) {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const answer = await fetch(`${url}/playground/api${path}`, { method, ...sent })
      return { status: answer.status, json: await answer.json() }
    },
    phone(name) {
      const found = meta.phones().find((one) => one.name === name)
      if (!found) throw new Error(`The bench has no phone of ${name}.`)
      return found
    },
    async until(condition) {
      const end = Date.now() + 15_000
      while (!condition()) {
        if (Date.now() > end) throw new Error('What the test waited for did not happen within 15 seconds.')
        await pause(5)
      }
    },
    async close() {
      meta.close()
      for (const one of [server, receiver]) {
        one.closeAllConnections()
        await new Promise((resolve) => one.close(resolve))
      }
    },
  }
  const registered = await bench.control('PUT', '/meta/app', { ...testApp, webhookUrl })
  if (registered.status !== 200)
    throw new Error(`The bench could not register: ${JSON.stringify(registered.json)}`)
  return bench
}
