import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { signRequests } from './signed-requests.ts'
import type { Traffic } from './traffic.ts'
import { messageBody } from './whatsapp-bodies.ts'

const target = { host: 'desk.test', path: '/webhooks/whatsapp', secret: 'secret' }
const messages = { kind: 'messages', run: 'T0', people: 50 } as const

function parts(requests: ReturnType<typeof signRequests>, index: number) {
  const [head = '', body = ''] = requests.at(index).toString().split('\r\n\r\n')
  return { head, body }
}
const signatureOf = (body: string) => `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`

test('each request is whole, and signed over exactly the bytes of its body', () => {
  // Enough to need more than one slab.
  const requests = signRequests(target, messages, 30_000)
  for (const index of [0, 1, 6_000, 19_999, 29_999]) {
    const { head, body } = parts(requests, index)
    expect(head).toMatch(/^POST \/webhooks\/whatsapp HTTP\/1\.1\r\n/)
    expect(body).toBe(messageBody(messages, index))
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`)
    expect(head).toContain(signatureOf(body))
  }
})

test('in a mix, each call goes to its own path with the proof of its own network', () => {
  const mix: Traffic = { kind: 'mix', run: 'T1', people: 90, messages: 30, forms: true }
  const requests = signRequests(target, mix, 100)
  const paths = new Map<string, number>()
  for (let index = 0; index < 100; index += 1) {
    const { head, body } = parts(requests, index)
    const path = /^POST (\S+)/.exec(head)?.[1] ?? ''
    paths.set(path, (paths.get(path) ?? 0) + 1)
    if (/whatsapp|instagram|messenger/.test(path)) expect(head).toContain(signatureOf(body))
    else expect(head).not.toContain('X-Hub-Signature')
    if (path.endsWith('/customer')) expect(head).toContain('X-Telegram-Bot-Api-Secret-Token: ')
    if (path.endsWith('/google-ads')) expect(JSON.parse(body)).toHaveProperty('google_key')
  }
  expect(Object.fromEntries(paths)).toEqual({
    '/webhooks/whatsapp': 60,
    '/webhooks/instagram': 12,
    '/webhooks/messenger': 12,
    '/webhooks/telegram/customer': 12,
    '/webhooks/google-ads': 2,
    '/webhooks/forms/a-form-of-the-benchmarks-only': 2,
  })
})
