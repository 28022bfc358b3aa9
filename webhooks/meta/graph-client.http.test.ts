import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { answerWith, hang, openStubApi, reset, type StubAnswer } from '../testing/open-stub-api.ts'
import { createGraphClient } from './graph-client.ts'

const token = 'EAAG-harbour-bakery'

async function postTo(answer: StubAnswer, timeoutMs = 2000) {
  await using api = await openStubApi(answer)
  const graph = createGraphClient({ root: api.root, version: 'v26.0', timeoutMs })
  return { answer: await graph.post('881/messages', token, { hello: 'there' }), calls: api.calls }
}

test('a call carries the token and the body to the versioned path', async () => {
  const { answer, calls } = await postTo(answerWith(200, '{"messages":[{"id":"wamid.1"}]}'))
  expect(answer).toEqual({ kind: 'answered', body: { messages: [{ id: 'wamid.1' }] } })
  expect(calls).toMatchObject([{ path: '/v26.0/881/messages', body: '{"hello":"there"}' }])
  expect(calls[0]?.headers.authorization).toBe(`Bearer ${token}`)
})

test('a question carries what is asked for in its path, and a deletion nothing', async () => {
  await using api = await openStubApi(answerWith(200, '{"id":"881"}'))
  const graph = createGraphClient({ root: api.root, version: 'v26.0' })
  const asked = await graph.get('881', token, { fields: 'a,b', name: 'Grüße & more' })
  expect(asked).toEqual({ kind: 'answered', body: { id: '881' } })
  await graph.get('881', token)
  await graph.delete('881', token)
  expect(api.calls.map(({ path, body }) => [path, body])).toEqual([
    ['/v26.0/881?fields=a%2Cb&name=Gr%C3%BC%C3%9Fe+%26+more', ''],
    ['/v26.0/881', ''],
    ['/v26.0/881', ''],
  ])
  for (const { headers } of api.calls) expect(headers.authorization).toBe(`Bearer ${token}`)
})

test('an upload carries its form', async () => {
  await using api = await openStubApi(answerWith(200, '{"id":"31337"}'))
  const graph = createGraphClient({ root: api.root, version: 'v26.0' })
  const open = async () => Readable.from([Buffer.from('rye')])
  const file = {
    mime: 'text/plain',
    fileName: 'rye.txt',
    size: 3,
    kind: 'document',
    open,
    link: () => '',
  } as const
  const form = { fields: {}, files: [{ field: 'file', file }] }
  expect((await graph.upload('881/media', token, form)).kind).toBe('answered')
  expect(api.calls[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(api.calls[0]?.body).toContain('filename="rye.txt"')
})

test('a call may be given less time than the client has, down to none', async () => {
  await using api = await openStubApi(hang)
  const graph = createGraphClient({ root: api.root, version: 'v26.0', timeoutMs: 5000 })
  for (const timeoutMs of [100.7, 0, -5]) {
    const started = Date.now()
    const answer = await graph.post('881/messages', token, {}, { timeoutMs })
    expect(answer).toEqual({ kind: 'unconfirmed', reason: 'TimeoutError' })
    expect(Date.now() - started).toBeLessThan(1000)
  }
})

test("the wait until a spent allowance is back is read from Meta's own header", async () => {
  const usage = { '778899': [{ type: 'messaging', estimated_time_to_regain_access: 12 }] }
  const limited = '{"error":{"code":80007,"message":"Too many calls"}}'
  const headers = (header: string) => ({ 'x-business-use-case-usage': header })
  const spent = await postTo(answerWith(400, limited, headers(JSON.stringify(usage))))
  expect(spent.answer).toMatchObject({ kind: 'error', afterMs: 720_000 })
  for (const header of ['{', '[]', '{"1":[{"estimated_time_to_regain_access":0}]}', '{"1":7}']) {
    const { answer } = await postTo(answerWith(400, limited, headers(header)))
    expect(answer).not.toHaveProperty('afterMs')
  }
})

test("Meta's error is told with its details, whatever the status", async () => {
  const envelope = {
    error: { message: 'Too fast', code: 130429, error_subcode: 7, error_data: { details: 'Slow down.' } },
  }
  for (const status of [200, 400, 500]) {
    const { answer } = await postTo(answerWith(status, JSON.stringify(envelope), { 'retry-after': '3' }))
    expect(answer).toEqual({
      kind: 'error',
      status,
      error: { code: 130429, subcode: 7, message: 'Too fast', detail: 'Slow down.', transient: false },
      afterMs: 3000,
    })
  }
})

test('a redirect is not followed: the token goes nowhere else', async () => {
  await using elsewhere = await openStubApi(answerWith(200, '{}'))
  const { answer } = await postTo(answerWith(307, '', { location: `${elsewhere.root}/steal` }))
  expect(answer).toEqual({ kind: 'turned-away', status: 307 })
  expect(elsewhere.calls).toEqual([])
})

test("a proxy's page turns the call away, with its wait", async () => {
  const { answer } = await postTo(answerWith(503, '<html>busy</html>', { 'retry-after': '120' }))
  expect(answer).toEqual({ kind: 'turned-away', status: 503, afterMs: 120_000 })
})

test.each<[string, StubAnswer]>([
  ['a gateway that gave up waiting', answerWith(504, '<html>timeout</html>')],
  ['an answer cut off in the middle', answerWith(200, '{"messages":[{"id"')],
  ['an answer that is no object', answerWith(200, '[]')],
  ['an empty answer', answerWith(200, '')],
  ['an answer without end', answerWith(200, `"${'a'.repeat(1_200_000)}"`)],
  ['a connection that is reset', reset],
  [
    'a body that breaks off',
    (request, response) => {
      response.writeHead(200, { 'content-length': '500' })
      response.write('{"messages"', () => request.socket.destroy())
    },
  ],
])('%s leaves the call unconfirmed', async (_name, stub) => {
  expect((await postTo(stub)).answer.kind).toBe('unconfirmed')
})

test.each<[string, StubAnswer]>([
  ['never', hang],
  [
    'without end',
    (_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(drip))
    },
  ],
])('a server that answers %s is given up in time', async (_name, stub) => {
  const started = Date.now()
  const { answer } = await postTo(stub, 150)
  expect(answer).toEqual({ kind: 'unconfirmed', reason: 'TimeoutError' })
  expect(Date.now() - started).toBeLessThan(1000)
})

test('where nobody listens, or the name does not exist, nothing was sent', async () => {
  let root = ''
  {
    await using closed = await openStubApi(answerWith(200, '{}'))
    root = closed.root
  }
  for (const nowhere of [root, 'http://graph.invalid']) {
    const graph = createGraphClient({ root: nowhere, version: 'v26.0', timeoutMs: 5000 })
    expect((await graph.post('881/messages', token, {})).kind).toBe('not-sent')
  }
})

test('a token that no header can carry is never shown to anyone', async () => {
  await using api = await openStubApi(answerWith(200, '{}'))
  const graph = createGraphClient({ root: api.root, version: 'v26.0' })
  expect(await graph.post('881/messages', 'EAAG\nsecret', {})).toEqual({ kind: 'bad-token' })
  expect(api.calls).toEqual([])
})
