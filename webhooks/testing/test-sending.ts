import { expect, test } from 'vitest'
import type { SendOutcome } from '#core/channels/channel-port.ts'
import type { ChannelModule } from '../channel-module.ts'
import type { ChannelExamples } from './channel-examples.ts'
import { answerWith, hang, openStubApi, reset, type StubAnswer } from './open-stub-api.ts'

/** A send ends as what happened, whatever the other side does. */
export function testSending(module: ChannelModule, examples: ChannelExamples) {
  const id = '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11'
  const token = 'a-token-for-the-contract'

  async function send(answer: StubAnswer, timeoutMs = 2000): Promise<SendOutcome> {
    await using api = await openStubApi(answer)
    const port = module.createPort({ root: api.root, version: 'v26.0', timeoutMs })
    const message = { id, kind: 'text' as const, body: 'Your cake is ready.', recipient: examples.recipient }
    const outcome = await port.send({ externalId: '555000111222', token }, message)
    expect(api.calls).toHaveLength(1)
    expect(api.calls[0]?.body).toContain('Your cake is ready.')
    expect(JSON.stringify(outcome)).not.toContain(token)
    return outcome
  }

  test('tells its network and its limits', () => {
    const port = module.createPort({ root: 'http://127.0.0.1:9', version: 'v26.0' })
    expect(port.network).toBe(module.network)
    expect(port.maxTextLength).toBeGreaterThan(0)
  })

  test('sends once and gives the id back', async () => {
    const { body, externalId } = examples.accepted
    expect(await send(answerWith(200, body))).toEqual({ outcome: 'sent', externalId })
  })

  test.each<[string, StubAnswer, SendOutcome['outcome']]>([
    ['429', answerWith(429, '', { 'retry-after': '7' }), 'refused-for-now'],
    ['500', answerWith(500, 'oops'), 'refused-for-now'],
    ["a proxy's 502", answerWith(502, '<html>Bad gateway</html>'), 'refused-for-now'],
    ["a proxy's 504", answerWith(504, '<html>Gateway timeout</html>'), 'unconfirmed'],
    ['a reset', reset, 'unconfirmed'],
    ['half an answer', answerWith(200, examples.accepted.body.slice(0, 9)), 'unconfirmed'],
    [
      'a refused token',
      answerWith(examples.tokenRefused.status, examples.tokenRefused.body),
      'channel-stopped',
    ],
  ])('%s ends as it should', async (_name, answer, outcome) => {
    expect((await send(answer)).outcome).toBe(outcome)
  })

  test('obeys the wait that it is asked for', async () => {
    expect(await send(answerWith(429, '', { 'retry-after': '7' }))).toMatchObject({ afterMs: 7000 })
  })

  test('settles when nobody answers', async () => {
    expect((await send(hang, 100)).outcome).toBe('unconfirmed')
  })

  test('knows that nothing was sent where nobody listens', async () => {
    const closed = await openStubApi(answerWith(200, ''))
    await closed[Symbol.asyncDispose]()
    const port = module.createPort({ root: closed.root, version: 'v26.0' })
    const message = { id, kind: 'text' as const, body: 'hi', recipient: examples.recipient }
    expect((await port.send({ externalId: '5', token }, message)).outcome).toBe('refused-for-now')
  })

  test('refuses a person whom the network cannot reach, without a call', async () => {
    const port = module.createPort({ root: 'http://127.0.0.1:9', version: 'v26.0' })
    const message = { id, kind: 'text' as const, body: 'hi', recipient: [] }
    expect((await port.send({ externalId: '5', token }, message)).outcome).toBe('refused')
  })
}
