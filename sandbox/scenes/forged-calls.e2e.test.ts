import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './testing/open-house.ts'
import { get, post, postFromMeta, signature } from './testing/post.ts'
import { callWith, written } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const stored = () => house.count('select count(*) from inbound_event')

/** Whether nothing of what follows is kept. */
async function keepsNothing(work: () => Promise<void>) {
  await house.quiet()
  const before = await stored()
  await work()
  await house.quiet()
  expect(await stored()).toBe(before)
}

test('a call without a signature is turned away, and nothing of it is kept', () =>
  keepsNothing(async () => {
    const answer = await post(`${house.url}/webhooks/whatsapp`, callWith([written()]))
    expect(answer.status).toBe(401)
  }))

test('a call with a wrong signature of any kind is turned away without an error of ours', () =>
  keepsNothing(async () => {
    const call = callWith([written()])
    const right = signature(call)['x-hub-signature-256']
    const hex = right.slice('sha256='.length)
    const wrong: (string | string[])[] = [
      signature(call, 'another secret')['x-hub-signature-256'],
      signature(`${call} `)['x-hub-signature-256'],
      '',
      'sha256=',
      right.slice(0, -1),
      `${right}0`,
      hex,
      `sha1=${hex}`,
      `SHA256=${hex}`,
      `sha256=${hex.toUpperCase()}`,
      `sha256=${'g'.repeat(64)}`,
      `sha256=${hex.slice(0, 1)}`,
      `sha256=${'é'.repeat(32)}`,
      [right, right],
      `${right}, ${right}`,
      `sha256=${'a'.repeat(12_000)}`,
    ]
    for (const header of wrong) {
      const answer = await post(`${house.url}/webhooks/whatsapp`, call, { 'x-hub-signature-256': header })
      expect([401, 431], `header ${JSON.stringify(header).slice(0, 40)} got ${answer.status}`).toContain(
        answer.status,
      )
    }
  }))

test('a header of ten megabytes ends the connection or is refused, and the desk goes on', () =>
  keepsNothing(async () => {
    const status = await new Promise<number>((resolve) => {
      const call = request(`${house.url}/webhooks/whatsapp`, { method: 'POST', agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      call.on('error', () => resolve(0))
      call.setHeader('x-hub-signature-256', 'a'.repeat(10_000_000))
      call.end('{}')
    })
    expect([0, 431]).toContain(status)
    expect((await get(`${house.url}/health/live`)).status).toBe(200)
  }))

test('the signature is checked over the very bytes: the same JSON written differently is refused', () =>
  keepsNothing(async () => {
    const call = callWith([written({ text: 'der Bär äußert sich' })])
    const escaped = call.replace('ä', '\\u00e4')
    const variants = [`${call}\n`, `\ufeff${call}`, escaped, JSON.stringify(JSON.parse(call), null, 1)]
    for (const variant of variants) {
      const answer = await post(`${house.url}/webhooks/whatsapp`, variant, signature(call))
      expect(answer.status).toBe(401)
    }
  }))

test('signed bytes with escaped letters are taken as they are', async () => {
  const text = written({ text: 'der Bär äußert sich laut' })
  const call = callWith([text]).replaceAll('ä', '\\u00e4')
  expect((await postFromMeta(house.url, call)).status).toBe(200)
  await house.shown(house.owner, 'der Bär äußert sich laut')
})

test('a compressed body is refused, signed or not', () =>
  keepsNothing(async () => {
    const answer = await postFromMeta(house.url, callWith([written()]), { 'content-encoding': 'gzip' })
    expect(answer.status).toBe(415)
  }))

test('an update without Telegram’s secret, or with a wrong one, is turned away', () =>
  keepsNothing(async () => {
    const update = JSON.stringify({ update_id: 1, message: { message_id: 1, text: 'forged' } })
    const name = 'x-telegram-bot-api-secret-token'
    for (const secret of [undefined, '', 'wrong', `${world.webhookSecret}x`, world.webhookSecret.slice(1)]) {
      const headers = secret === undefined ? {} : { [name]: secret }
      expect((await post(`${house.url}/webhooks/telegram/staff`, update, headers)).status).toBe(401)
    }
    const twice = { [name]: [world.webhookSecret, world.webhookSecret] }
    expect((await post(`${house.url}/webhooks/telegram/staff`, update, twice)).status).toBe(401)
  }))

test('Telegram is given the secret when the webhook is set', () => {
  const call = house.sandbox.kernel.calls().find(({ title }) => title.endsWith('/setWebhook'))
  expect(call?.request).toMatchObject({
    secret_token: world.webhookSecret,
    url: `${house.url}/webhooks/telegram/staff`,
  })
})

test('the handshake is answered only to who knows the word, and what it echoes is plain text', async () => {
  const ask = (token: string, challenge: string, mode = 'subscribe') =>
    get(
      `${house.url}/webhooks/whatsapp?hub.mode=${mode}&hub.verify_token=${token}&hub.challenge=${encodeURIComponent(challenge)}`,
    )
  expect(await ask(world.meta.verifyToken, '12345')).toMatchObject({ status: 200, text: '12345' })
  for (const token of ['wrong', '', `${world.meta.verifyToken}x`]) {
    const answer = await ask(token, 'secret-echo')
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('secret-echo')
  }
  const script = await ask(world.meta.verifyToken, '<script>alert(1)</script>')
  expect(script.headers['x-content-type-options']).toBe('nosniff')
  expect(String(script.headers['content-type'] ?? '')).toMatch(/^text\/plain/)
  expect((await ask(world.meta.verifyToken, '1', 'unsubscribe')).status).not.toBe(200)
})

test('other methods and other paths get a short answer without anything of ours in it', async () => {
  for (const [method, path, status] of [
    ['DELETE', '/webhooks/whatsapp', 405],
    ['PUT', '/webhooks/telegram/staff', 405],
    ['GET', '/webhooks/telegram/staff', 405],
    ['GET', '/webhooks/nobody', 404],
    ['GET', '/playground/api/state', 404],
    ['GET', '/.env', 404],
  ] as const) {
    const answer = await post(`${house.url}${path}`, '', {}, method)
    expect(answer.status, `${method} ${path}`).toBe(status)
    expect(answer.text).not.toMatch(/at |node_modules|select |\.ts/)
  }
})

test('a captured call that is sent again has no new effect', async () => {
  const text = written({ text: 'captured and replayed', name: 'Captured Person' })
  const call = callWith([text])
  expect((await postFromMeta(house.url, call)).status).toBe(200)
  await house.shown(house.owner, text.text)
  await house.quiet()
  await keepsNothing(async () => {
    expect((await postFromMeta(house.url, call)).status).toBe(200)
  })
  // After the clearing of raw calls the message itself still knows that it was there.
  await house.sql('delete from inbound_event')
  expect((await postFromMeta(house.url, call)).status).toBe(200)
  await house.quiet()
  expect(await house.count('select count(*) from message where external_id = $1', [text.id])).toBe(1)
  expect(house.botSays(house.owner).filter((shown) => shown.text?.includes(text.text))).toHaveLength(1)
})

test('a call about a number that nobody here has connected reaches nobody, and is put aside with its reason', async () => {
  const text = written({ text: 'for somebody else entirely' })
  expect((await postFromMeta(house.url, callWith([text], '999999999999999'))).status).toBe(200)
  await house.quiet()
  expect(await house.count('select count(*) from message where external_id = $1', [text.id])).toBe(0)
  const [aside] = await house.sql(
    'select reason, organization_id from quarantined_item order by created_at desc limit 1',
  )
  expect(aside).toEqual({ reason: expect.stringContaining('nobody here'), organization_id: null })
  expect(house.botSays(house.owner).filter((shown) => shown.text?.includes(text.text))).toEqual([])
})
