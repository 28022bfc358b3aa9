import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { appSecret, botSecret, openWebhooks, verifyToken } from './testing/open-webhooks.ts'
import { rawHttp } from './testing/raw-http.ts'
import { sign } from './testing/sign.ts'

const call = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '881', changes: [] }] })

function post(url: string, body: string | Buffer, headers: Record<string, string>) {
  return fetch(url, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers })
}

function postMeta(at: { url: string }, body: string | Buffer, signature = sign(body, appSecret)) {
  return post(`${at.url}/webhooks/meta`, body, { 'x-hub-signature-256': signature })
}

describe('a call of Meta', () => {
  test('is answered 200 once it is kept, byte for byte, under a digest of its bytes', async () => {
    await using desk = await openWebhooks()
    const answer = await postMeta(desk, call)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const [kept] = desk.kept
    expect(kept?.source).toBe('whatsapp')
    expect(kept?.body.toString()).toBe(call)
    expect(kept?.dedupeKey).toEqual(createHash('sha256').update(call).digest().subarray(0, 16))
    expect(desk.counted).toEqual(['accepted whatsapp'])
  })

  test('may come to the path of its network too', async () => {
    await using desk = await openWebhooks()
    const headers = { 'x-hub-signature-256': sign(call, appSecret) }
    expect((await post(`${desk.url}/webhooks/whatsapp`, call, headers)).status).toBe(200)
    expect(desk.kept).toHaveLength(1)
  })

  test('that arrives in many pieces is put together again', async () => {
    await using desk = await openWebhooks()
    const long = JSON.stringify({ object: 'whatsapp_business_account', entry: [], pad: 'é'.repeat(400_000) })
    expect((await postMeta(desk, long)).status).toBe(200)
    expect(desk.kept[0]?.body.toString()).toBe(long)
  })

  test.each([
    ['of a network without a module', { object: 'instagram', entry: [{ id: '1', messaging: [] }] }],
    ['of the dashboard, bare', { field: 'messages', value: { messages: [] } }],
    ['without an object', { entry: [{ id: '1', changes: [{ value: { event: 'PARTNER_ADDED' } }] }] }],
    ['with nothing in it', {}],
  ])('%s is kept: only Meta could sign it', async (_name, body) => {
    await using desk = await openWebhooks()
    expect((await postMeta(desk, JSON.stringify(body))).status).toBe(200)
    expect(desk.kept).toHaveLength(1)
  })

  test('signed as Meta signs, over escaped ASCII, is accepted, and so is one signed over plain UTF-8', async () => {
    await using desk = await openWebhooks()
    const plain = '{"object":"whatsapp_business_account","entry":[],"note":"Grüße"}'
    const escaped = plain.replace('ü', '\\u00fc').replace('ß', '\\u00df')
    expect((await postMeta(desk, escaped)).status).toBe(200)
    expect((await postMeta(desk, plain)).status).toBe(200)
    expect((await postMeta(desk, plain, sign(escaped, appSecret))).status).toBe(401)
    expect((await postMeta(desk, escaped, sign(plain, appSecret))).status).toBe(401)
  })
})

describe('a forged call is turned away with 401:', () => {
  const good = sign(call, appSecret)
  test.each([
    ['an empty signature', ''],
    ['another secret', sign(call, 'somebody-else')],
    ['another body', sign(`${call}\n`, appSecret)],
    ['a truncated signature', good.slice(0, -2)],
    ['one character', 'x'],
    ['the prefix alone', 'sha256='],
    ['upper-case hex', `sha256=${good.slice(7).toUpperCase()}`],
    ['an upper-case prefix', `SHA256=${good.slice(7)}`],
    ['the old algorithm', `sha1=${good.slice(7)}`],
    ['no prefix', good.slice(7)],
    ['no hex', `sha256=${'z'.repeat(64)}`],
    ['bytes beyond ASCII', `sha256=${'ÿ'.repeat(64)}`],
    ['12 kB of signature', good + 'a'.repeat(12_000)],
    ['two signatures', `${good}, ${good}`],
  ])('%s', async (_name, signature) => {
    await using desk = await openWebhooks()
    expect((await postMeta(desk, call, signature)).status).toBe(401)
    expect(desk.kept).toEqual([])
    expect(desk.counted).toEqual([signature === '' ? 'no-signature' : 'bad-signature'])
    expect(desk.bugs).toEqual([])
  })

  test('no signature at all', async () => {
    await using desk = await openWebhooks()
    expect((await post(`${desk.url}/webhooks/meta`, call, {})).status).toBe(401)
    expect(desk.counted).toEqual(['no-signature'])
  })

  test('two signature headers, even two good ones', async () => {
    await using desk = await openWebhooks()
    const header = `X-Hub-Signature-256: ${good}\r\n`
    const head = `POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n${header}${header}`
    const text = await rawHttp(desk.port, `${head}Content-Length: ${call.length}\r\n\r\n${call}`)
    expect(text).toContain(' 401 ')
  })

  test('JSON written anew: other order of keys, another escape, a BOM, a line more', async () => {
    await using desk = await openWebhooks()
    const signed = '{"a":1,"b":"\\u00e4"}'
    for (const body of ['{"b":"\\u00e4","a":1}', '{"a":1,"b":"ä"}', `\uFEFF${signed}`, `${signed}\n`]) {
      expect((await postMeta(desk, body, sign(signed, appSecret))).status).toBe(401)
    }
    expect(desk.kept).toEqual([])
  })
})

describe('a body that cannot be taken', () => {
  test.each(['gzip', 'deflate', 'br'])('is refused with 415 when it is packed with %s', async (encoding) => {
    await using desk = await openWebhooks()
    const body = gzipSync(call)
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
    expect((await postMeta(desk, call)).status).toBe(200)
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
    expect((await postMeta(desk, call)).status).toBe(200)
    expect(desk.bugs).toEqual([])
  })
})

describe('a call that cannot be kept', () => {
  test('is answered 503 with the wish to hear it again', async () => {
    await using desk = await openWebhooks()
    desk.inbox.fail = new DeskError('unavailable', 'inbox-full')
    const answer = await postMeta(desk, call)
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(desk.counted).toEqual(['not-kept'])
  })

  test('because of a bug is answered 500 in general words, and the bug is reported', async () => {
    await using desk = await openWebhooks()
    desk.inbox.fail = new TypeError('column "secret_thing" is missing')
    const answer = await postMeta(desk, call)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).not.toMatch(/secret_thing|\bat .*:\d+/)
    expect(desk.bugs).toEqual([desk.inbox.fail])
  })
})

describe('the handshake', () => {
  const ask = (at: { url: string }, query: Record<string, string>) =>
    fetch(`${at.url}/webhooks/meta?${new URLSearchParams(query)}`)
  const good = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '1158201444' }

  test('gives the challenge back', async () => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, good)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('1158201444')
  })

  test('gives a script back as text that no browser runs', async () => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, { ...good, 'hub.challenge': '<script>alert(1)</script>' })
    expect(await answer.text()).toBe('<script>alert(1)</script>')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['a wrong token', { ...good, 'hub.verify_token': `${verifyToken}x` }],
    ['a wrong token of the same length', { ...good, 'hub.verify_token': verifyToken.replace('h', 'H') }],
    ['an empty token', { ...good, 'hub.verify_token': '' }],
    ['another mode', { ...good, 'hub.mode': 'unsubscribe' }],
    ['nothing', {}],
  ])('is refused with 403 for %s', async (_name, query: Record<string, string>) => {
    await using desk = await openWebhooks()
    const answer = await ask(desk, query)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('1158201444')
  })

  test('is refused for two tokens, one of them right', async () => {
    await using desk = await openWebhooks()
    const query = `${new URLSearchParams(good)}&hub.verify_token=other`
    expect((await fetch(`${desk.url}/webhooks/meta?${query}`)).status).toBe(403)
  })

  test('is refused with 400 without a challenge', async () => {
    await using desk = await openWebhooks()
    expect((await ask(desk, { ...good, 'hub.challenge': '' })).status).toBe(400)
  })

  test('is not accepted as POST', async () => {
    await using desk = await openWebhooks()
    const answer = await post(`${desk.url}/webhooks/meta?${new URLSearchParams(good)}`, '', {})
    expect(answer.status).toBe(401)
  })
})

describe('an update of the staff bot', () => {
  const update = { update_id: 9001, message: { message_id: 4, chat: { id: -100200 }, from: { id: 55 } } }
  const send = (at: { url: string }, body: string, secret = botSecret) =>
    post(`${at.url}/webhooks/telegram/staff`, body, { 'x-telegram-bot-api-secret-token': secret })

  test('is kept in the lane of its chat, under the ids of bot and update', async () => {
    await using desk = await openWebhooks()
    expect((await send(desk, JSON.stringify(update))).status).toBe(200)
    const [kept] = desk.kept
    expect(kept).toMatchObject({ source: 'telegram_staff', lane: 'chat:-100200' })
    expect(kept?.dedupeKey.readBigInt64BE(0)).toBe(7001n)
    expect(kept?.dedupeKey.readBigInt64BE(8)).toBe(9001n)
  })

  test.each(['', 'x', `${botSecret}x`, botSecret.toUpperCase(), 'y'.repeat(8000)])(
    'with another secret is turned away (%#)',
    async (secret) => {
      await using desk = await openWebhooks()
      expect((await send(desk, JSON.stringify(update), secret)).status).toBe(401)
      expect(desk.kept).toEqual([])
    },
  )

  test('without a secret is turned away', async () => {
    await using desk = await openWebhooks()
    const answer = await post(`${desk.url}/webhooks/telegram/staff`, JSON.stringify(update), {})
    expect(answer.status).toBe(401)
  })

  test.each(['', '[]', '{}', '{"update_id":"9"}', '{"update_id":1.5}', '{"update_id":1e300}'])(
    'is refused with 400 when it is none: %s',
    async (body) => {
      await using desk = await openWebhooks()
      expect((await send(desk, body)).status).toBe(400)
    },
  )

  test('of more than 1 MB is refused', async () => {
    await using desk = await openWebhooks()
    expect((await send(desk, 'a'.repeat(1024 * 1024 + 1))).status).toBe(413)
  })
})

describe('the paths', () => {
  test.each([
    ['PUT', '/webhooks/meta', 'GET, POST'],
    ['DELETE', '/webhooks/whatsapp', 'GET, POST'],
    ['GET', '/webhooks/telegram/staff', 'POST'],
  ])('answer %s %s with 405 and what is allowed', async (method, path, allowed) => {
    await using desk = await openWebhooks()
    const answer = await fetch(desk.url + path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allowed)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('of what is not connected do not exist', async () => {
    await using desk = await openWebhooks()
    expect((await fetch(`${desk.url}/webhooks/instagram`)).status).toBe(404)
  })

  test('are not opened with an empty secret', async () => {
    await expect(openWebhooks({ meta: { appSecret: '', verifyToken } })).rejects.toThrow('META_APP_SECRET')
    await expect(openWebhooks({ meta: { appSecret, verifyToken: '' } })).rejects.toThrow('META_VERIFY_TOKEN')
    const telegramStaff = { botId: '1', secretToken: '' }
    await expect(openWebhooks({ telegramStaff })).rejects.toThrow('TELEGRAM_WEBHOOK_SECRET')
  })
})
