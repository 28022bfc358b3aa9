import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../kernel.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

describe('faults on Graph calls', () => {
  let bench: TestBench
  beforeEach(async () => {
    bench = await openTestBench()
    const { id } = bench.phone('Camille Moreau')
    await bench.control('POST', `/phones/${id}/messages`, { kind: 'text', text: 'Hello' })
  })
  afterEach(() => bench.close())
  const strike = (fault: Partial<Fault> & Pick<Fault, 'kind'>) =>
    bench.kernel.addFault({ target: 'graph', method: 'messages', times: 1, ...fault })
  const text = { messaging_product: 'whatsapp', type: 'text', text: { body: 'Hi' } }
  const say = (to = '+33639981204', init: RequestInit = {}) =>
    bench.graph(`/${testApp.phoneNumberId}/messages`, { ...text, to }, init)
  const answers = () => bench.phone('Camille Moreau').thread.filter(({ from }) => from === 'business')

  it('answers 429 in the shape of Graph, and says how long to wait', async () => {
    strike({ kind: 'http-429', retryAfterSeconds: 7 })
    const refused = await say()
    expect(refused).toMatchObject({ status: 429, json: { error: { code: 130429 } } })
    expect(refused.headers.get('retry-after')).toBe('7')
    expect(answers()).toHaveLength(0)
    expect((await say()).status).toBe(200)
  })

  it('answers 500 with an envelope and 502 with the page of a proxy, and carries nothing out', async () => {
    strike({ kind: 'http-500' })
    expect(await say()).toMatchObject({ status: 500, json: { error: { code: 131000 } } })
    strike({ kind: 'http-502-html' })
    await expect(say()).rejects.toThrow(SyntaxError)
    strike({ kind: 'error', status: 403, body: { error: { code: 10 } } })
    expect(await say()).toMatchObject({ status: 403, json: { error: { code: 10 } } })
    expect(answers()).toHaveLength(0)
  })

  it('carries the message out and resets the connection: the caller cannot know', async () => {
    strike({ kind: 'accept-then-reset' })
    await expect(say()).rejects.toThrow('fetch failed')
    expect(answers()).toHaveLength(1)
    expect(bench.kernel.calls().find(({ from, status }) => from === 'app' && status === 0)).toBeDefined()
  })

  it('carries the message out at once while the answer is slow, and late when the call is slow', async () => {
    strike({ kind: 'slow-answer', delayMs: 120 })
    const answer = say()
    await bench.until(() => answers().length === 1)
    const at = Date.now()
    await answer
    expect(Date.now() - at).toBeGreaterThan(40)
    strike({ kind: 'slow', delayMs: 60 })
    const late = say()
    await new Promise((resolve) => setTimeout(resolve, 25))
    expect(answers()).toHaveLength(1)
    await late
    expect(answers()).toHaveLength(2)
  })

  it('hangs without doing anything, and closes the socket in the end', async () => {
    strike({ kind: 'hang', delayMs: 30 })
    await expect(say()).rejects.toThrow('fetch failed')
    expect(answers()).toHaveLength(0)
  })

  it('strikes only the person it was set for', async () => {
    strike({ kind: 'http-500', peer: '447700900318' })
    expect((await say()).status).toBe(200)
    expect((await say('447700900318')).status).toBe(500)
  })

  it('logs every call without the whole token', async () => {
    await say()
    const call = bench.kernel.calls().find(({ from }) => from === 'app')
    expect(call).toMatchObject({
      to: 'meta',
      title: `POST /v26.0/${testApp.phoneNumberId}/messages`,
      status: 200,
    })
    expect(JSON.stringify(bench.kernel.calls())).not.toContain(testApp.accessToken)
  })
})
