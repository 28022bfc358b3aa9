import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from './fields.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

describe('the delivery of webhooks', () => {
  let bench: TestBench
  let id = ''
  beforeEach(async () => {
    bench = await openTestBench({ giveUpAfterMs: 150 })
    id = bench.phone('Camille Moreau').id
  })
  afterEach(() => bench.close())
  const write = (text: string) => bench.control('POST', `/phones/${id}/messages`, { kind: 'text', text })
  const texts = () =>
    bench.values().flatMap((value) => (value.messages as Fields[]).map(({ text }) => (text as Fields).body))

  it('tries again with the same bytes until the answer is exactly 200', async () => {
    bench.answerWith(204)
    await write('Hello')
    await bench.until(() => bench.received.length === 2)
    bench.answerWith(200)
    await bench.until(() => bench.received.length === 3)
    await pause(60)
    expect(bench.received).toHaveLength(3)
    expect(new Set(bench.received.map(({ body }) => body.toString())).size).toBe(1)
    const attempts = bench.kernel
      .calls()
      .filter(({ from, title }) => from === 'meta' && title.includes('messages'))
    expect(attempts.map(({ status }) => status)).toEqual([204, 204, 200])
  })

  it('gives up once a webhook is too old', async () => {
    bench.answerWith(500)
    await write('Hello')
    await pause(260)
    const tried = bench.received.length
    expect(tried).toBeGreaterThan(2)
    await pause(100)
    expect(bench.received).toHaveLength(tried)
  })

  it('delivers copies at once under the fault duplicate', async () => {
    bench.kernel.addFault({ target: 'meta-webhook', kind: 'duplicate', copies: 4, times: 1 })
    await write('Hello')
    await write('Once')
    await bench.until(() => bench.received.length === 5)
    expect(texts().filter((text) => text === 'Hello')).toHaveLength(4)
  })

  it('holds webhooks back and delivers them in reverse under the fault disorder', async () => {
    bench.kernel.addFault({ target: 'meta-webhook', kind: 'disorder', times: 2, delayMs: 60 })
    await write('first')
    await write('second')
    await write('third')
    await bench.until(() => bench.received.length === 3)
    expect(texts()).toEqual(['third', 'second', 'first'])
  })

  it('loses a webhook for ever under the fault drop, and only for the person it is set for', async () => {
    bench.kernel.addFault({ target: 'meta-webhook', kind: 'drop', peer: '33639981204' })
    await write('lost')
    const other = bench.phone('Oliver Whitaker').id
    await bench.control('POST', `/phones/${other}/messages`, { kind: 'text', text: 'kept' })
    await bench.until(() => bench.received.length === 1)
    await pause(60)
    expect(texts()).toEqual(['kept'])
  })

  it('comes twice when the connection broke after the receiver had it', async () => {
    bench.kernel.addFault({ target: 'meta-webhook', kind: 'accept-then-reset', times: 1 })
    await write('Hello')
    await bench.until(() => bench.received.length === 2)
    expect(texts()).toEqual(['Hello', 'Hello'])
    const attempts = () => bench.kernel.calls().filter(({ title }) => title.endsWith('(messages)'))
    await bench.until(() => attempts().length === 2)
    expect(attempts().map(({ status }) => status)).toEqual([0, 200])
  })

  it('sends any bytes on request, signed rightly, wrongly or not at all', async () => {
    const body = '{"object":"page","ü":1}'
    for (const signature of ['valid', 'wrong', 'none'])
      await bench.control('POST', '/meta/raw', { body, signature, copies: 2, headers: { 'X-Test': 'yes' } })
    expect(bench.received.map((one) => one.body.toString())).toEqual(Array.from({ length: 6 }, () => body))
    const right = `sha256=${createHmac('sha256', testApp.appSecret).update(body).digest('hex')}`
    const signatures = bench.received.map(({ headers }) => headers['x-hub-signature-256'])
    expect(signatures.slice(0, 2)).toEqual([right, right])
    expect(signatures[2]).toMatch(/^sha256=[0-9a-f]{64}$/)
    expect(signatures[2]).not.toBe(right)
    expect(signatures.slice(4)).toEqual([undefined, undefined])
    expect(bench.received[0]?.headers['x-test']).toBe('yes')
    bench.answerWith(401)
    const { json } = await bench.control('POST', '/meta/raw', { body })
    expect(json).toEqual({ statuses: [401] })
  })

  it('registers no receiver that does not know the verify token', async () => {
    const url = `${bench.meta.apps()[0]?.webhookUrl}`
    const wish = { ...testApp, webhookUrl: url, verifyToken: 'guess', phoneNumberId: '5' }
    expect(await bench.control('PUT', '/meta/app', wish)).toMatchObject({
      status: 422,
      json: { status: 403, body: 'forbidden', error: expect.any(String) },
    })
    expect(bench.meta.apps()).toHaveLength(1)
    expect(bench.meta.appUrl()).toBe(new URL(url).origin)
  })

  it('stops when the app leaves the account, and starts again when it returns', async () => {
    const path = `/${testApp.wabaId}/subscribed_apps`
    await bench.graph(path, undefined, { method: 'DELETE' })
    await write('unheard')
    await bench.graph(path, {})
    expect((await bench.graph(path)).json).toMatchObject({
      data: [{ whatsapp_business_api_data: { id: testApp.appId } }],
    })
    await write('heard')
    await bench.until(() => bench.received.length === 1)
    expect(texts()).toEqual(['heard'])
  })
})
