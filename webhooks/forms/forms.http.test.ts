import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import type { Uploads } from '#core/media/create-uploads.ts'
import { testChannelModule } from '../channel.contract.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import { oneAccount, oneOrganization } from '../testing/one-account.ts'
import { openWebhooks } from '../testing/open-webhooks.ts'
import { formsModule } from './forms-module.ts'
import { parseForm } from './parse-form.ts'
import { createFormReader } from './read-form.ts'

const token = 'harbour-bakery-form-token'
const json = { 'content-type': 'application/json' }

testChannelModule(formsModule, {
  onePerCall: true,
  callWith: ([item]) => ({
    account: accountOfSecret('forms', token),
    externalId: String((item as JsonRecord | null)?.id ?? 'none'),
    receivedAt: '2026-11-20T10:00:00.000Z',
    fields: item,
  }),
  messages: [
    { id: 'a', name: 'Ida', phone: '+4520123456', message: 'A cake for Sunday?' },
    { id: 'b', contact: { full_name: 'Ida', emails: ['ida@example.org'] } },
    { id: 'c', deep: { er: { still: [{ x: 1 }, { x: 2 }] } } },
    { id: 'd' },
  ],
  calls: [],
  sending: [],
})

async function openForm(
  settings: Record<string, string> = {},
  keep: Uploads['keep'] = async () => undefined,
) {
  const desk = await openWebhooks({ accounts: oneAccount('forms', token, settings), uploads: { keep } })
  const submit = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${desk.url}/webhooks/forms/${token}`, { method: 'POST', body, headers, redirect: 'manual' })
  const read = (index = 0) => createFormReader()(desk.kept[index]?.body ?? Buffer.of())[0]
  return { desk, submit, read, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

describe('a form', () => {
  test('may come as JSON, urlencoded or multipart, and is read alike', async () => {
    await using form = await openForm()
    const fields = { 'your-name': 'Ida Krag', 'your-email': 'IDA@example.org', message: 'Sunday?' }
    const multipart = new FormData()
    for (const [name, value] of Object.entries(fields)) multipart.set(name, value)
    multipart.set('photo', new Blob(['x'.repeat(100)]), 'cake.jpg')
    for (const answer of [
      await form.submit(JSON.stringify(fields), json),
      await form.submit(new URLSearchParams(fields)),
      await form.submit(multipart),
    ]) {
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }])
    }
    for (const index of [0, 1, 2]) {
      expect(form.read(index)).toMatchObject({
        kind: 'form',
        body: 'Sunday?',
        person: {
          name: 'Ida Krag',
          identities: [{ kind: 'email', value: 'ida@example.org', claimed: true }],
        },
      })
    }
    expect(form.read(2)).toMatchObject({ data: { answers: { photo: 'cake.jpg (100 B)' } } })
  })

  test('keeps its files under ids of its own, and the message names them; not those of a robot', async () => {
    const kept: [organization: string, id: string, text: string, mime: string][] = []
    await using form = await openForm({}, async (organizationId, id, { bytes, mime }) => {
      kept.push([organizationId, id, bytes.toString(), mime])
    })
    const withFiles = (more: Record<string, string> = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ name: 'Ida', ...more })) body.set(name, value)
      body.append('plans', new Blob(['the kitchen'], { type: 'application/pdf' }), 'kitchen.pdf')
      body.append('plans', new Blob([], { type: 'application/pdf' }), 'empty.pdf')
      body.append('photo', new Blob(['<svg/>'], { type: 'image/svg+xml' }), 'logo.svg')
      return body
    }
    await form.submit(withFiles())
    expect(kept.map(([organization, , ...rest]) => [organization, ...rest])).toEqual([
      [oneOrganization, 'the kitchen', 'application/pdf'],
      [oneOrganization, '<svg/>', 'image/svg+xml'],
    ])
    expect(form.read()).toMatchObject({
      attachments: [
        { kind: 'document', mediaId: `upload:${kept[0]?.[1]}`, fileName: 'kitchen.pdf', size: 11 },
        { kind: 'document', mediaId: `upload:${kept[1]?.[1]}`, fileName: 'logo.svg', mime: 'image/svg+xml' },
      ],
      data: { answers: { photo: 'logo.svg (6 B)' } },
    })
    await form.submit(withFiles())
    expect(new Set(kept.map(([, id]) => id)).size, 'sent again').toBe(2)
    await form.submit(withFiles({ hp_website: 'http://spam.example' }))
    expect(kept).toHaveLength(4)
  })

  test('whose files cannot be kept is refused, so that it is sent again', async () => {
    await using form = await openForm({}, async () => {
      throw new Error('The store is away.')
    })
    const body = new FormData()
    body.set('plan', new Blob(['x']), 'plan.txt')
    expect((await form.submit(body)).status).toBe(503)
    expect(form.desk.kept).toEqual([])
  })

  test('sent again with its key, or within minutes with the same words, is one', async () => {
    await using form = await openForm()
    const send = (body: object, key?: string) =>
      form.submit(JSON.stringify(body), { ...json, ...(key ? { 'idempotency-key': key } : {}) })
    await send({ name: 'Ida', n: 1 }, 'k1')
    await send({ name: 'Ida', n: 2 }, 'k1')
    await send({ name: 'Ida', n: 3 })
    await send({ name: 'Ida', n: 3 })
    await send({ name: 'Ida', n: 4 })
    const keys = form.desk.kept.map(({ dedupeKey }) => dedupeKey.toString('hex'))
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).toBe(keys[3])
    expect(new Set(keys).size).toBe(3)
  })

  test('with a wrong token does not exist', async () => {
    await using form = await openForm()
    for (const wrong of ['x', 'another-token-entirely', `${token}%00`]) {
      const answer = await fetch(`${form.desk.url}/webhooks/forms/${wrong}`, { method: 'POST', body: '{}' })
      expect(answer.status).toBe(404)
    }
    expect(form.desk.kept).toEqual([])
  })

  test('is taken from pages whose origin is named, and from no other page', async () => {
    await using form = await openForm({ origins: 'https://bakery.example, https://www.bakery.example' })
    const ask = (origin: string) =>
      fetch(`${form.desk.url}/webhooks/forms/${token}`, { method: 'OPTIONS', headers: { origin } })
    expect((await ask('https://bakery.example')).headers.get('access-control-allow-origin')).toBe(
      'https://bakery.example',
    )
    expect((await ask('https://evil.example')).status).toBe(403)
    const post = (origin: string) => form.submit('{"name":"Ida"}', { ...json, origin })
    expect((await post('https://www.bakery.example')).status).toBe(200)
    expect((await post('null')).status).toBe(403)
    expect(form.desk.kept).toHaveLength(1)
  })

  test('that fills in the hidden field is put aside, and its sender learns nothing', async () => {
    await using form = await openForm()
    const answer = await form.submit(JSON.stringify({ name: 'x', hp_website: 'http://spam.example' }), json)
    expect(answer.status).toBe(200)
    expect(form.read()).toMatchObject({ type: 'unreadable' })
  })

  test('of a browser without script leads on to the page of thanks', async () => {
    await using form = await openForm({ thanksUrl: 'https://bakery.example/thanks' })
    const answer = await form.submit(new URLSearchParams({ name: 'Ida' }), { accept: 'text/html,*/*' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://bakery.example/thanks'])
  })

  test('is read as the admin says, unknown fields kept', async () => {
    const mapping = JSON.stringify({ name: 'lead.who', phone: 'lead.ways[1].number', message: 'lead.q' })
    await using form = await openForm({ mapping })
    const lead = { who: 'Ida', ways: [{ number: 'none' }, { number: '+45 20 12 34 56' }], q: 'Hi', budget: 7 }
    await form.submit(JSON.stringify({ lead }), json)
    expect(form.read()).toMatchObject({
      body: 'Hi',
      person: { name: 'Ida', identities: [{ kind: 'phone', value: '+4520123456' }] },
      data: { answers: { 'lead.budget': '7' } },
    })
  })

  test('keeps where it came from: its own hidden fields first, then the address of its page', async () => {
    await using form = await openForm()
    const _page = 'https://bakery.example/?utm_source=news&gclid=page-click'
    await form.submit(JSON.stringify({ name: 'Ida', utm_source: 'hidden', _page }), json)
    expect(form.read()).toMatchObject({
      referral: { sourceType: 'website', sourceUrl: _page, gclid: 'page-click', utm: { source: 'hidden' } },
    })
  })

  test('poisons nothing', async () => {
    await using form = await openForm()
    const body =
      '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"name":"Ida"}'
    expect((await form.submit(body, json)).status).toBe(200)
    expect(form.read()).toMatchObject({ type: 'message' })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test.each([
    ['', json],
    ['no json', json],
    ['7', json],
    ['x', { 'content-type': 'multipart/form-data' }],
    ['x', { 'content-type': 'image/png' }],
  ])('that is none is refused: %j', async (body, headers) => {
    await using form = await openForm()
    expect((await form.submit(body, headers)).status).toBe(400)
  })

  test('cut off or changed at random never brings the desk down', async () => {
    await using form = await openForm()
    const boundary = 'x'
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const whole = Buffer.from(
      [
        `--${boundary}\r\nContent-Disposition: form-data; name="name"\r\n\r\nIda\r\n`,
        `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="f.txt"\r\n`,
        `Content-Type: text/plain\r\n\r\nhello\r\n--${boundary}--\r\n`,
      ].join(''),
    )
    const parse = (body: Buffer, kind: string) => parseForm(body, kind)
    for (let length = 0; length <= whole.length; length += 1) {
      await parse(whole.subarray(0, length), type['content-type'])
    }
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(type['content-type'], 'application/x-www-form-urlencoded', 'application/json', ''),
        async (bytes, kind) => {
          const parsed = await parse(Buffer.from(bytes), kind)
          expect(parsed === undefined || typeof parsed.fields === 'object').toBe(true)
        },
      ),
      { numRuns: 300 },
    )
    const cut = await form.submit(whole.subarray(0, whole.length - 20), type)
    expect(cut.status).toBe(400)
    const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    expect((await form.submit(deep, json)).status).toBe(400)
    expect((await form.submit(whole, type)).status).toBe(200)
  })

  test('of a browser sent twice is one, whatever boundary it has', async () => {
    await using form = await openForm()
    for (let round = 0; round < 2; round += 1) {
      const body = new FormData()
      body.set('name', 'Ida')
      await form.submit(body)
    }
    expect(new Set(form.desk.kept.map(({ dedupeKey }) => dedupeKey.toString('hex'))).size).toBe(1)
  })

  test('sent without end by one address is slowed down', async () => {
    await using form = await openForm()
    const statuses: number[] = []
    for (let count = 0; count < 40; count += 1) {
      statuses.push((await form.submit(JSON.stringify({ count }), json)).status)
    }
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(32)
    expect(statuses.at(-1)).toBe(429)
  })

  test('may come by way of Pabbly too', async () => {
    await using form = await openForm()
    const answer = await fetch(`${form.desk.url}/webhooks/pabbly/${token}`, {
      method: 'POST',
      body: '{"foo":"bar"}',
      headers: json,
    })
    expect(answer.status).toBe(200)
    expect(form.read()).toMatchObject({ data: { answers: { foo: 'bar' } } })
  })
})
