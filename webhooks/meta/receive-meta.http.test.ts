import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { appSecret, openWebhooks, verifyToken } from '../testing/open-webhooks.ts'
import { post, postMeta, someCall } from '../testing/post.ts'
import { rawHttp } from '../testing/raw-http.ts'
import { sign } from '../testing/sign.ts'

describe('a call of Meta', () => {
  test('is answered 200 once it is kept, byte for byte, under a digest of its bytes', async () => {
    await using desk = await openWebhooks()
    const answer = await postMeta(desk, someCall)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const [kept] = desk.kept
    expect(kept?.source).toBe('whatsapp')
    expect(kept?.body.toString()).toBe(someCall)
    expect(kept?.dedupeKey).toEqual(createHash('sha256').update(someCall).digest().subarray(0, 16))
    expect(desk.counted).toEqual(['accepted whatsapp'])
  })

  test('may come to the path of its network too', async () => {
    await using desk = await openWebhooks()
    const headers = { 'x-hub-signature-256': sign(someCall, appSecret) }
    expect((await post(`${desk.url}/webhooks/whatsapp`, someCall, headers)).status).toBe(200)
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

  test('is accepted as Meta signs it, over escaped ASCII, and over plain UTF-8', async () => {
    await using desk = await openWebhooks()
    const plain = '{"object":"whatsapp_business_account","entry":[],"note":"Grüße"}'
    const escaped = plain.replace('ü', '\\u00fc').replace('ß', '\\u00df')
    expect((await postMeta(desk, escaped)).status).toBe(200)
    expect((await postMeta(desk, plain)).status).toBe(200)
    expect((await postMeta(desk, plain, sign(escaped, appSecret))).status).toBe(401)
    expect((await postMeta(desk, escaped, sign(plain, appSecret))).status).toBe(401)
  })
})

test('the secret of Instagram Login speaks for Instagram and for no other network', async () => {
  const instagramSecret = 'harbour-bakery-instagram-secret'
  await using desk = await openWebhooks({ meta: { appSecret, verifyToken, instagramSecret } })
  const direct = JSON.stringify({ object: 'instagram', entry: [{ id: '1', messaging: [] }] })
  expect((await postMeta(desk, direct, sign(direct, instagramSecret))).status).toBe(200)
  expect((await postMeta(desk, direct)).status).toBe(200)
  expect((await postMeta(desk, someCall, sign(someCall, instagramSecret))).status).toBe(401)
  expect(desk.kept.map(({ source }) => source)).toEqual(['instagram', 'instagram'])
})

describe('a forged call is turned away with 401:', () => {
  const good = sign(someCall, appSecret)
  test.each([
    ['an empty signature', ''],
    ['another secret', sign(someCall, 'somebody-else')],
    ['another body', sign(`${someCall}\n`, appSecret)],
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
    expect((await postMeta(desk, someCall, signature)).status).toBe(401)
    expect(desk.kept).toEqual([])
    expect(desk.counted).toEqual([signature === '' ? 'no-signature' : 'bad-signature'])
    expect(desk.bugs).toEqual([])
  })

  test('no signature at all', async () => {
    await using desk = await openWebhooks()
    expect((await post(`${desk.url}/webhooks/meta`, someCall, {})).status).toBe(401)
    expect(desk.counted).toEqual(['no-signature'])
  })

  test('two signature headers, even two good ones', async () => {
    await using desk = await openWebhooks()
    const header = `X-Hub-Signature-256: ${good}\r\n`
    const head = `POST /webhooks/meta HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n${header}${header}`
    const text = await rawHttp(desk.port, `${head}Content-Length: ${someCall.length}\r\n\r\n${someCall}`)
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
