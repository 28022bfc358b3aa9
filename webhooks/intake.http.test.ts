import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { appSecret, openWebhooks } from './testing/open-webhooks.ts'
import { post, postMeta, someCall } from './testing/post.ts'
import { rawHttp } from './testing/raw-http.ts'
import { sign } from './testing/sign.ts'

describe('a body that cannot be taken', () => {
  test.each(['gzip', 'deflate', 'br'])('is refused with 415 when it is packed with %s', async (encoding) => {
    await using desk = await openWebhooks()
    const body = gzipSync(someCall)
    const headers = { 'x-hub-signature-256': sign(body, appSecret), 'content-encoding': encoding }
    expect((await post(`${desk.url}/webhooks/meta`, body, headers)).status).toBe(415)
    expect(desk.kept).toEqual([])
  })

  test.each(['', 'no json', '[1]', '"text"', 'null', '12', '{"a":'])(
    'is refused with 400: %j',
    async (body) => {
      await using desk = await openWebhooks()
      expect((await postMeta(desk, body)).status).toBe(400)
      expect(desk.counted).toEqual(['not-json'])
    },
  )

  test('is refused with 413 by its announced length, before a byte of it is read', async () => {
    await using desk = await openWebhooks()
    const head = 'POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nContent-Length: 50000000\r\n\r\n'
    const text = await rawHttp(desk.port, head)
    expect(text).toContain(' 413 ')
    expect(text.toLowerCase()).toContain('connection: close')
    expect(desk.counted).toEqual(['too-large'])
  })

  test('is refused with 413 at the limit when its length is not announced, and is not read on', async () => {
    await using desk = await openWebhooks()
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const head = 'POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n'
    let written = 0
    const text = await rawHttp(desk.port, head, (write) => {
      for (let count = 0; count < 800; count += 1) if (write(chunk)) written += 1
    })
    expect(text).toContain(' 413 ')
    expect(written).toBeLessThan(800)
  })

  test.each([
    ['PUT', 'Content-Length: 50000000', 405],
    ['POST', 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked', 415],
  ])(
    'is not read on either when it is refused for another reason: %s, %s',
    async (method, header, status) => {
      await using desk = await openWebhooks()
      const text = await rawHttp(
        desk.port,
        `${method} /webhooks/meta HTTP/1.1\r\nHost: desk\r\n${header}\r\n\r\n`,
      )
      expect(text).toContain(` ${status} `)
      expect(text.toLowerCase()).toContain('connection: close')
    },
  )

  test('is refused with 413 also for a client that listens only after writing', async () => {
    await using desk = await openWebhooks()
    const body = 'a'.repeat(3 * 1024 * 1024 + 1)
    expect((await postMeta(desk, body)).status).toBe(413)
    expect((await postMeta(desk, body.slice(1))).status).toBe(400)
  })

  test('is refused with 408 when it dribbles, and the connection is closed', async () => {
    await using desk = await openWebhooks({ bodyDeadlineMs: 60 })
    const head = 'POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nContent-Length: 400\r\n\r\n'
    const text = await rawHttp(desk.port, head, (write) => {
      const dribble = setInterval(() => write('a') || clearInterval(dribble), 20)
    })
    expect(text).toContain(' 408 ')
    expect(desk.counted).toEqual(['too-slow'])
  })

  test('that breaks off is counted and harms nobody', async () => {
    await using desk = await openWebhooks()
    const head = 'POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nContent-Length: 400\r\n\r\nabc'
    const socket = connect(desk.port, '127.0.0.1', () => socket.write(head, () => socket.destroy()))
    await expect.poll(() => desk.counted).toEqual(['aborted'])
    expect((await postMeta(desk, someCall)).status).toBe(200)
    expect(desk.kept).toHaveLength(1)
  })

  test.each([
    ['nesting of 100 000', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      '100 000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [key, 0]))),
    ],
    ['a prototype', '{"__proto__":{"owned":1},"constructor":{"prototype":{"owned":1}}}'],
  ])('may hold %s without harm', async (_name, body) => {
    await using desk = await openWebhooks()
    expect([200, 400]).toContain((await postMeta(desk, body)).status)
    expect({}).not.toHaveProperty('owned')
    expect((await postMeta(desk, someCall)).status).toBe(200)
    expect(desk.bugs).toEqual([])
  })
})

describe('a call that cannot be kept', () => {
  test('is answered 503 with the wish to hear it again', async () => {
    await using desk = await openWebhooks()
    desk.inbox.fail = new DeskError('unavailable', 'inbox-full')
    const answer = await postMeta(desk, someCall)
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(desk.counted).toEqual(['not-kept'])
  })

  test('because of a bug is answered 500 in general words, and the bug is reported', async () => {
    await using desk = await openWebhooks()
    desk.inbox.fail = new TypeError('column "secret_thing" is missing')
    const answer = await postMeta(desk, someCall)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).not.toMatch(/secret_thing|\bat .*:\d+/)
    expect(desk.bugs).toEqual([desk.inbox.fail])
  })
})
