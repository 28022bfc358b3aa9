import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { AlbumOutcome, OutboundMessage, SendOutcome } from '#core/channels/channel-port.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import type { ChannelModule } from '../channel-module.ts'
import type { SendingExamples } from './channel-examples.ts'
import { answerWith, hang, openStubApi, reset, type StubAnswer } from './open-stub-api.ts'

const id = '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11'
const token = '7001:a-token-for-the-contract'
const nowhere = 'http://127.0.0.1:9'
const hello: OutboundContent = { kind: 'text', body: 'Your cake is ready.' }

export function openPort(module: ChannelModule, network: string, root: string, timeoutMs = 2000) {
  const ports = module.createPorts({
    meta: { root, version: 'v26.0' },
    telegram: { root },
    linkedin: { root },
    timeoutMs,
  })
  const port = ports.find((candidate) => candidate.network === network)
  if (!port) throw new Error(`The module has no port for ${network}.`)
  return port
}

/** A send ends as what happened, whatever the other side does. */
export function testSending(module: ChannelModule, examples: SendingExamples) {
  const { network, accepted, tokenRefused, rateLimited } = examples
  const account = { ...examples.account, token }
  const message = (content: OutboundContent): OutboundMessage => ({
    id,
    content,
    recipient: examples.recipient,
    within: 'window',
  })

  async function send(answer: StubAnswer, content = hello, timeoutMs = 2000) {
    await using api = await openStubApi((request, response) => {
      const way = examples.onTheWay?.(request.url ?? '')
      return way === undefined ? answer(request, response) : answerWith(200, way)(request, response)
    })
    const outcome = await openPort(module, network, api.root, timeoutMs).send(account, message(content))
    expect(JSON.stringify(outcome)).not.toContain(token)
    return { outcome, calls: api.calls }
  }

  test('tells its limits and its pace', () => {
    const port = openPort(module, network, nowhere)
    expect(port.limits.text.max).toBeGreaterThan(0)
    expect(port.pace.perSecond).toBeGreaterThan(0)
    expect(port.can).toContain('text')
  })

  test('sends once and gives the id back', async () => {
    const { outcome, calls } = await send(answerWith(200, accepted.body))
    expect(outcome).toMatchObject({ outcome: 'sent', externalId: accepted.externalId })
    expect(calls).toHaveLength(1)
    expect(calls[0]?.body).toContain('Your cake is ready.')
  })

  test('carries everything that it says it can, and shows an example of each', async () => {
    const { can } = openPort(module, network, nowhere)
    expect(new Set(['text', ...examples.contents.map(({ kind }) => kind)])).toEqual(can)
    for (const content of examples.contents) {
      const { outcome, calls } = await send(answerWith(200, accepted.body), content)
      expect(outcome.outcome, content.kind).toBe('sent')
      expect(calls.length, content.kind).toBeGreaterThan(0)
    }
  })

  test('refuses what it cannot carry, without a call', async () => {
    const { can, limits } = openPort(module, network, nowhere)
    const impossible: OutboundContent[] = [
      { kind: 'text', body: 'x'.repeat(limits.text.max + 1) },
      ...(can.has('revoke') ? [] : [{ kind: 'revoke' as const, target: 'x' }]),
      ...(can.has('template')
        ? []
        : [
            {
              kind: 'template' as const,
              name: 'hello',
              language: 'en',
              components: [],
              variables: {},
              body: 'hi',
            },
          ]),
    ]
    for (const content of impossible) {
      const { outcome, calls } = await send(answerWith(200, accepted.body), content)
      expect(outcome.outcome, content.kind).toBe('refused')
      expect(calls, content.kind).toEqual([])
    }
  })

  test.each<[string, StubAnswer, SendOutcome['outcome']]>([
    ['429', answerWith(rateLimited.status, rateLimited.body, rateLimited.headers ?? {}), 'refused-for-now'],
    ['500', answerWith(500, 'oops'), 'refused-for-now'],
    ["a proxy's 502", answerWith(502, '<html>Bad gateway</html>'), 'refused-for-now'],
    ["a proxy's 504", answerWith(504, '<html>Gateway timeout</html>'), 'unconfirmed'],
    ['a reset', reset, 'unconfirmed'],
    ['half an answer', answerWith(200, accepted.body.slice(0, 9)), 'unconfirmed'],
    ['a refused token', answerWith(tokenRefused.status, tokenRefused.body), 'channel-stopped'],
  ])('%s ends as it should', async (_name, answer, outcome) => {
    expect((await send(answer)).outcome.outcome).toBe(outcome)
  })

  test('obeys the wait that it is asked for', async () => {
    const { outcome } = await send(
      answerWith(rateLimited.status, rateLimited.body, rateLimited.headers ?? {}),
    )
    expect(outcome).toMatchObject({ afterMs: 7000 })
  })

  test('settles when nobody answers', async () => {
    expect((await send(hang, hello, 100)).outcome.outcome).toBe('unconfirmed')
  })

  test('knows that nothing was sent where nobody listens', async () => {
    const closed = await openStubApi(answerWith(200, ''))
    await closed[Symbol.asyncDispose]()
    const outcome = await openPort(module, network, closed.root).send(account, message(hello))
    expect(outcome.outcome).toBe('refused-for-now')
  })

  test('says how many albums take, or has none, and an example shows which', () => {
    const { albums } = openPort(module, network, nowhere)
    expect(albums !== undefined).toBe(examples.acceptedAlbum !== undefined)
    if (!albums) return
    expect(albums.max).toBeGreaterThan(1)
    expect(albums.together.flat().length).toBeGreaterThan(0)
  })

  if (examples.acceptedAlbum) testAlbums(module, examples, examples.acceptedAlbum)

  test('refuses a person whom the network cannot reach, without a call', async () => {
    const lost = { ...message(hello), recipient: [] }
    expect((await openPort(module, network, nowhere).send(account, lost)).outcome).toBe('refused')
  })
}

/** An album is one call, and ends as what happened to all of it. */
function testAlbums(
  module: ChannelModule,
  { network, account: known, recipient, tokenRefused, rateLimited }: SendingExamples,
  accepted: NonNullable<SendingExamples['acceptedAlbum']>,
) {
  const account = { ...known, token }
  const part = (name: string): OutboundMessage => ({
    id: name,
    content: {
      kind: 'file',
      file: {
        kind: 'image',
        mime: 'image/jpeg',
        fileName: `${name}.jpg`,
        size: name.length,
        open: async () => Readable.from([Buffer.from(name)]),
        link: () => `https://desk.example/media/${name}`,
      },
      caption: `Words of ${name}`,
    },
    recipient,
    within: 'window',
  })
  const both = [part('first'), part('second')]

  async function send(answer: StubAnswer, timeoutMs = 2000) {
    await using api = await openStubApi(answer)
    const outcome = await openPort(module, network, api.root, timeoutMs).albums?.send(account, both)
    expect(JSON.stringify(outcome)).not.toContain(token)
    return { outcome, calls: api.calls }
  }

  test('sends an album in one call and gives the id of each part back', async () => {
    const { outcome, calls } = await send(answerWith(200, accepted.body))
    expect(outcome).toEqual({ outcome: 'sent', externalIds: accepted.externalIds })
    expect(calls).toHaveLength(1)
    for (const words of ['Words of first', 'Words of second']) expect(calls[0]?.body).toContain(words)
  })

  test.each<[string, StubAnswer, AlbumOutcome['outcome']]>([
    ['429', answerWith(rateLimited.status, rateLimited.body, rateLimited.headers ?? {}), 'refused-for-now'],
    ['500', answerWith(500, 'oops'), 'refused-for-now'],
    ["a proxy's 504", answerWith(504, '<html>Gateway timeout</html>'), 'unconfirmed'],
    ['a reset', reset, 'unconfirmed'],
    ['half an answer', answerWith(200, accepted.body.slice(0, 9)), 'unconfirmed'],
    ['a refused token', answerWith(tokenRefused.status, tokenRefused.body), 'channel-stopped'],
  ])('of an album, %s ends as it should', async (_name, answer, outcome) => {
    expect((await send(answer)).outcome?.outcome).toBe(outcome)
  })

  test('settles when nobody answers an album', async () => {
    expect((await send(hang, 100)).outcome?.outcome).toBe('unconfirmed')
  })
}

/** A lead source cannot be answered, and says so. */
export function testNotSending(module: ChannelModule, network: string) {
  test('cannot be answered, and refuses without a call', async () => {
    const port = openPort(module, network, nowhere)
    expect(port.can.size).toBe(0)
    const message = { id, content: hello, recipient: [], within: 'window' as const }
    const account = { externalId: '1', token, settings: {} }
    expect((await port.send(account, message)).outcome).toBe('refused')
  })
}
