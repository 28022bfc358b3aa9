import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from './fields.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

describe('what customers send', () => {
  let bench: TestBench
  let url = ''
  beforeAll(async () => {
    bench = await openTestBench({ publicUrl: () => url })
    url = bench.url
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const write = async (body: Fields, name = 'Camille Moreau') => {
    const answer = await bench.control('POST', `/phones/${bench.phone(name).id}/messages`, body)
    if (answer.status === 201) await bench.until(() => bench.received.length === 1)
    return answer
  }
  const inbound = () => bench.values().flatMap((value) => (value.messages ?? []) as Fields[])
  const media = async (id: unknown) => (await bench.graph(`/${id}`)).json
  const fetchWith = (from: unknown, headers: Record<string, string> = {}) => fetch(String(from), { headers })
  const bearer = { authorization: `Bearer ${testApp.accessToken}` }

  it('comes in the envelope of Meta, escaped to ASCII and signed over those very bytes', async () => {
    const { status, json } = await write({ kind: 'text', text: 'مرحبا 😀 É' }, 'ليلى الحداد')
    expect(status).toBe(201)
    const [request] = bench.received
    const body = request?.body.toString('latin1') ?? ''
    expect(body).toContain('\\u0645\\u0631')
    expect(body).toContain('\\ud83d\\ude00 \\u00c9')
    expect([...body].every((character) => character < '\u007f')).toBe(true)
    const signature = createHmac('sha256', testApp.appSecret)
      .update(request?.body ?? '')
      .digest('hex')
    expect(request?.headers).toMatchObject({
      'x-hub-signature-256': `sha256=${signature}`,
      'user-agent': 'facebookexternalua',
      'content-type': 'application/json',
    })
    expect(JSON.parse(body)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [{ id: testApp.wabaId, changes: [{ field: 'messages' }] }],
    })
    expect(bench.values()[0]).toMatchObject({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '447700900001', phone_number_id: testApp.phoneNumberId },
      contacts: [{ profile: { name: 'ليلى الحداد' }, wa_id: '971505550147' }],
      messages: [
        { from: '971505550147', id: (json as Fields).id, type: 'text', text: { body: 'مرحبا 😀 É' } },
      ],
    })
    expect(inbound()[0]?.timestamp).toMatch(/^\d{10}$/)
  })

  it.each<[string, Fields, Fields]>([
    [
      'a place',
      { kind: 'location', latitude: 1.5, longitude: 2 },
      { type: 'location', location: { latitude: 1.5 } },
    ],
    [
      'a card',
      { kind: 'contacts', contacts: [{ name: 'Ana Ruiz', phone: '+34600000000' }] },
      {
        type: 'contacts',
        contacts: [{ name: { first_name: 'Ana', last_name: 'Ruiz' }, phones: [{ wa_id: '34600000000' }] }],
      },
    ],
    [
      'a tap under a template',
      { kind: 'button', title: 'Yes', payload: 'y' },
      { type: 'button', button: { payload: 'y', text: 'Yes' } },
    ],
    [
      'a row of a list',
      { kind: 'list', title: 'Monday', rowId: 'mon' },
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'mon', title: 'Monday' } },
      },
    ],
    [
      'what the API cannot carry',
      { kind: 'unsupported' },
      { type: 'unsupported', errors: [{ code: 131051 }] },
    ],
    ['a kind of the future', { kind: 'unknown', type: 'hologram' }, { type: 'hologram', hologram: {} }],
    [
      'an order',
      { kind: 'order', items: [{ id: 'sku', quantity: 2, price: 5, currency: 'EUR' }] },
      { type: 'order', order: { product_items: [{ product_retailer_id: 'sku', quantity: 2 }] } },
    ],
  ])('may be %s', async (_, wish, message) => {
    expect((await write(wish)).status).toBe(201)
    expect(inbound()).toMatchObject([message])
  })

  it.each([
    ['image', 'image', 'image/png', '89504e47'],
    ['voice', 'audio', 'audio/ogg; codecs=opus', '4f676753'],
    ['document', 'document', 'application/pdf', '25504446'],
    ['video', 'video', 'video/mp4', '00000018'],
    ['sticker', 'sticker', 'image/webp', '52494646'],
  ])('may be a file: %s', async (kind, type, mime, magic) => {
    await write({ kind, ...(kind === 'image' ? { caption: 'Look' } : {}) })
    const [message] = inbound()
    const object = message?.[type] as Fields
    expect(message).toMatchObject({ type, [type]: { mime_type: mime } })
    if (kind === 'image') expect(object.caption).toBe('Look')
    if (type === 'audio') expect(object.voice).toBe(true)
    const { url: address, sha256 } = await media(object.id)
    expect((await fetchWith(address)).status).toBe(401)
    const bytes = Buffer.from(await (await fetchWith(address, bearer)).arrayBuffer())
    expect(bytes.toString('hex')).toMatch(new RegExp(`^${magic}`))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(createHash('sha256').update(bytes).digest('base64')).toBe(object.sha256)
    expect((await fetchWith(object.url, bearer)).status).toBe(200)
    expect((await fetchWith(`${address}x`, bearer)).status).toBe(404)
  })

  it('may answer a bubble, react to it and take the reaction back', async () => {
    const first = (await write({ kind: 'text', text: 'One' })).json as Fields
    bench.received.splice(0)
    await write({ kind: 'text', text: 'Two', replyTo: first.id })
    expect(inbound()).toMatchObject([{ context: { id: first.id, from: '33639981204' } }])
    bench.received.splice(0)
    await write({ kind: 'reaction', target: first.id, emoji: '🎉' })
    expect(inbound()).toMatchObject([{ type: 'reaction', reaction: { message_id: first.id, emoji: '🎉' } }])
    bench.received.splice(0)
    await write({ kind: 'reaction', target: first.id, emoji: '' })
    expect(inbound()[0]?.reaction).toEqual({ message_id: first.id })
  })

  it('answers the buttons of the business with their ids and the message they stand under', async () => {
    await write({ kind: 'text', text: 'Hello' })
    const interactive = {
      type: 'button',
      body: { text: 'When?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'slot-1', title: 'Today' } }] },
    }
    const body = { messaging_product: 'whatsapp', to: '33639981204', type: 'interactive', interactive }
    const { json } = await bench.graph(`/${testApp.phoneNumberId}/messages`, body)
    await bench.until(() => bench.received.length === 3)
    bench.received.splice(0)
    await write({ kind: 'button', title: 'Today', payload: 'slot-1' })
    const context = { from: '447700900001', id: (json.messages as Fields[])[0]?.id }
    const answer = { type: 'button_reply', button_reply: { id: 'slot-1', title: 'Today' } }
    expect(inbound()).toMatchObject([{ context, type: 'interactive', interactive: answer }])
  })

  it('packs copies into one webhook, each with an id of its own', async () => {
    await write({ kind: 'text', text: 'Again', count: 250 })
    expect(bench.received).toHaveLength(1)
    expect(new Set(inbound().map(({ id }) => id)).size).toBe(250)
  })

  it('tells that somebody moved to another number, without contacts', async () => {
    const { json } = await bench.control('POST', '/phones', { name: 'Noor', phone: '+31612345678' })
    await write({ kind: 'system', newPhone: '+31687654321' }, 'Noor')
    expect(bench.values()[0]).not.toHaveProperty('contacts')
    expect(inbound()).toMatchObject([
      { from: '31612345678', type: 'system', system: { type: 'user_changed_number', wa_id: '31687654321' } },
    ])
    expect((json as Fields).phone).toBe('+31612345678')
    expect(bench.phone('Noor').phone).toBe('+31687654321')
  })

  it('says in a sentence what is wrong with a wish', async () => {
    const { id } = bench.phone('Camille Moreau')
    const post = (body: unknown) => bench.control('POST', `/phones/${id}/messages`, body)
    expect(await post({ kind: 'dance' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('dance') },
    })
    expect((await post({ kind: 'text' })).status).toBe(400)
    expect((await post({ kind: 'text', text: 'x', replyTo: 'wamid.none' })).status).toBe(404)
    expect((await bench.control('POST', '/phones', { name: 'Twin', phone: '+33639981204' })).status).toBe(409)
    expect((await bench.control('POST', '/phones', { name: 'Odd', phone: '0612' })).status).toBe(400)
    expect((await bench.control('GET', '/phones/phone-99')).status).toBe(404)
    expect((await bench.control('DELETE', '/meta/app')).status).toBe(404)
  })
})
