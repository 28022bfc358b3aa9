import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { callOf, callWith, freshNumber, freshWamid, written } from './testing/whatsapp-call.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const stored = () => house.count('select count(*) from inbound_event')

const bodyOf = async (id: string) =>
  (await house.sql<{ body: string | null }>('select body from message where external_id = $1', [id]))[0]?.body

/** After whatever came before, an ordinary message is still shown. */
async function ordinaryMessageComesThrough(words: string) {
  expect((await postFromMeta(house.url, callWith([written({ text: words })]))).status).toBe(200)
  await house.shown(house.owner, words)
}

test('a signed body that is no JSON object is refused with 400 and not kept', async () => {
  const before = await stored()
  for (const body of ['', 'not json', '{"object":', '[]', '"text"', '12', 'null']) {
    expect((await postFromMeta(house.url, body)).status, body).toBe(400)
  }
  expect(await stored()).toBe(before)
})

test('a body beyond three megabytes is refused with 413, whether it says its length or not', async () => {
  const before = await stored()
  const large = `{"filler":"${'x'.repeat(3 * 1024 * 1024)}"}`
  expect((await postFromMeta(house.url, large)).status).toBe(413)
  const chunked = await fetch(`${house.url}/webhooks/whatsapp`, {
    method: 'POST',
    body: new ReadableStream({
      pull(stream) {
        stream.enqueue(new Uint8Array(256 * 1024))
      },
    }),
    // Node's own word for a body that is still being written; not in the DOM's types.
    ...{ duplex: 'half' },
  }).then(
    (response) => response.status,
    () => 0,
  )
  expect([0, 413]).toContain(chunked)
  expect(await stored()).toBe(before)
  await ordinaryMessageComesThrough('after the large body')
})

test('of a thousand messages in one call one is malformed: the others are kept, it is put aside with its reason', async () => {
  const senders = Array.from({ length: 111 }, freshNumber)
  const texts = Array.from({ length: 999 }, (_, index) =>
    written({ from: senders[index % senders.length] ?? '', text: `one of the thousand, ${index}` }),
  )
  const batch = JSON.parse(callWith(texts)) as { entry: { changes: { value: { messages: unknown[] } }[] }[] }
  batch.entry[0]?.changes[0]?.value.messages.splice(500, 0, {
    id: 12,
    type: ['text'],
    from: { no: 1 },
    timestamp: 'soon',
  })
  const asideBefore = await house.count('select count(*) from quarantined_item')
  expect((await postFromMeta(house.url, JSON.stringify(batch))).status).toBe(200)
  const all = texts.map(({ id }) => id)
  await becomes(() => house.count('select count(*) from message where external_id = any($1)', [all]), 999)
  // What staff are told of a thousand messages is not what this is about, and takes its time.
  await house.sql(`delete from event_delivery`)
  expect(await house.count('select count(*) from quarantined_item')).toBe(asideBefore + 1)
  const [aside] = await house.sql<{ path: string; reason: string }>(
    'select path, reason from quarantined_item order by created_at desc limit 1',
  )
  expect(aside?.path).toContain('500')
  expect(aside?.reason.length).toBeGreaterThan(10)
})

test('kinds, fields and topics that nobody knows yet are answered with 200 and lose nothing', async () => {
  const unknown = {
    id: freshWamid(),
    from: freshNumber(),
    timestamp: '1790000000',
    type: 'hologram',
    hologram: { depth: 3 },
  }
  const text = {
    ...unknown,
    id: freshWamid(),
    type: 'text',
    text: { body: 'with a new field', mood: 'blue' },
    aura: [1],
  }
  for (const body of [
    callOf([unknown], [{ profile: { name: 'Future Person', badge: 'gold' }, wa_id: unknown.from }]),
    callOf([text], [{ profile: { name: 'Future Person' }, wa_id: unknown.from }]),
    callOf([]),
    JSON.stringify({ object: 'whatsapp_business_account', entry: [] }),
    JSON.stringify({ object: 'whatsapp_business_account' }),
    JSON.stringify({
      object: 'telepathy',
      entry: [{ id: '1', changes: [{ field: 'thoughts', value: {} }] }],
    }),
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'brand_new_topic', value: { x: 1 } }] }],
    }),
    JSON.stringify({ object: 'whatsapp_business_account', entry: 'not a list' }),
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [null, 3, { changes: [null, { value: 7 }] }],
    }),
  ]) {
    expect((await postFromMeta(house.url, body)).status, body.slice(0, 120)).toBe(200)
  }
  await house.shown(house.owner, 'hologram')
  await house.shown(house.owner, 'with a new field')
  await house.quiet()
  expect(await house.count(`select count(*) from inbound_event where state <> 'done'`)).toBe(0)
})

test('NUL and half letters in texts and names are cleaned and do not stop what comes after', async () => {
  const text = written({ text: 'before\u0000after \ud800 end', name: 'N\u0000ul \udfff Person' })
  expect((await postFromMeta(house.url, callWith([text]))).status).toBe(200)
  await ordinaryMessageComesThrough('after the poison')
  await house.quiet()
  const body = await bodyOf(text.id)
  expect(body).toContain('before')
  expect(body).toContain('after')
  expect(body?.isWellFormed()).toBe(true)
  expect(body).not.toContain('\u0000')
  const raw = callWith([written({ text: 'RAW' })]).replace('RAW', 'raw\\u0000raw \\ud83d half')
  expect((await postFromMeta(house.url, raw)).status).toBe(200)
  await house.shown(house.owner, 'rawraw')
})

test('names of prototypes in a call are data and touch nothing', async () => {
  const id = freshWamid()
  const from = freshNumber()
  const body = `{"object":"whatsapp_business_account","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","__proto__":{"messages":[1]},
    "metadata":{"phone_number_id":"810000000000007","display_phone_number":"33189000077","__proto__":{"x":1}},
    "contacts":[{"profile":{"name":"__proto__"},"wa_id":"${from}"}],
    "messages":[{"id":"${id}","from":"${from}","timestamp":"1790000000","type":"text","text":{"body":"constructor","__proto__":{"body":"evil"}},"__proto__":{"type":"image"}}]}}]}]}`
  expect((await postFromMeta(house.url, body)).status).toBe(200)
  await house.quiet()
  expect(await bodyOf(id)).toBe('constructor')
  const byKind = callOf([
    { id: freshWamid(), from, timestamp: '1790000000', type: '__proto__', __proto__: null },
    { id: freshWamid(), from, timestamp: '1790000000', type: 'constructor' },
    { id: freshWamid(), from, timestamp: '1790000000', type: 'toString' },
  ])
  expect((await postFromMeta(house.url, byKind)).status).toBe(200)
  await ordinaryMessageComesThrough('after the prototypes')
})

test('JSON that is nested a hundred thousand deep neither stops the desk nor stays in the way', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const inMessage = callOf([
    {
      id: freshWamid(),
      from: freshNumber(),
      timestamp: '1790000000',
      type: 'text',
      text: { body: 'x', deep: 0 },
    },
  ])
  for (const body of [
    `{"object":"whatsapp_business_account","entry":${deep}}`,
    inMessage.replace('"deep":0', `"deep":${deep}`),
  ]) {
    const { status } = await postFromMeta(house.url, body)
    expect([200, 400]).toContain(status)
  }
  await ordinaryMessageComesThrough('after the deep JSON')
  await house.quiet(20_000)
})

test('strange times, ids and numbers in a message are read as well as can be, or put aside', async () => {
  const from = freshNumber()
  const strange = [
    {
      id: freshWamid(),
      from,
      timestamp: '1790000000.75',
      type: 'text',
      text: { body: 'time with a fraction' },
    },
    { id: freshWamid(), from, timestamp: 1_790_000_000, type: 'text', text: { body: 'time as a number' } },
    {
      id: freshWamid(),
      from,
      timestamp: '99999999999999999',
      type: 'text',
      text: { body: 'time beyond all time' },
    },
    { id: freshWamid(), from, timestamp: '-1', type: 'text', text: { body: 'time before all time' } },
    { id: 'x'.repeat(5000), from, timestamp: '1790000000', type: 'text', text: { body: 'an endless id' } },
    {
      id: freshWamid(),
      from: '9'.repeat(400),
      timestamp: '1790000000',
      type: 'text',
      text: { body: 'an endless number' },
    },
    { id: freshWamid(), from: '', timestamp: '1790000000', type: 'text', text: { body: 'no number' } },
    { from, timestamp: '1790000000', type: 'text', text: { body: 'no id' } },
    { id: freshWamid(), from, timestamp: '1790000000', type: 'text' },
    { id: freshWamid(), from, timestamp: '1790000000', type: 'text', text: { body: 12 } },
  ]
  for (const message of strange) {
    expect((await postFromMeta(house.url, callOf([message]))).status).toBe(200)
  }
  await ordinaryMessageComesThrough('after the strange ones')
  await house.quiet()
  expect(await house.count(`select count(*) from inbound_event where state = 'dead'`)).toBe(0)
  expect(
    await house.count(
      `select count(*) from message where body in ('time with a fraction', 'time as a number')`,
    ),
  ).toBe(2)
})

test('a hundred thousand names in one call are no reason to slow down for others', async () => {
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index]))
  expect(
    (await postFromMeta(house.url, JSON.stringify({ object: 'whatsapp_business_account', ...keys }))).status,
  ).toBe(200)
  await ordinaryMessageComesThrough('after the many names')
})

test('three hundred callers that trickle their bodies do not keep real calls waiting', async () => {
  const { hostname, port } = new URL(house.app().url)
  const slow = Array.from({ length: 300 }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => socket.destroy())
    socket.write('POST /webhooks/whatsapp HTTP/1.1\r\nhost: desk\r\ncontent-length: 90000\r\n\r\n{"object":')
    return socket
  })
  const trickle = setInterval(() => {
    for (const socket of slow) socket.write('x')
  }, 200)
  const times: number[] = []
  for (let turn = 0; turn < 40; turn += 1) {
    const { status, ms } = await postFromMeta(
      house.url,
      callWith([written({ text: `between the slow ones ${turn}` })]),
    )
    expect(status).toBe(200)
    times.push(ms)
  }
  clearInterval(trickle)
  for (const socket of slow) socket.destroy()
  expect(Math.max(...times)).toBeLessThan(1_000)
})
