import { afterEach, describe, expect, it } from 'vitest'
import type { Fields } from './fields.ts'
import type { MetaOptions } from './meta-options.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

const messages = `/${testApp.phoneNumberId}/messages`
const digits = '447700900318'

describe('a message of the business', () => {
  let bench: TestBench
  const open = async (options: MetaOptions = {}) => {
    bench = await openTestBench(options)
    return bench.phone('Oliver Whitaker').id
  }
  afterEach(() => bench.close())

  const say = (text: string, more: Fields = {}) =>
    bench.graph(messages, {
      messaging_product: 'whatsapp',
      to: digits,
      type: 'text',
      text: { body: text },
      ...more,
    })
  const write = (id: string, body: Fields = { kind: 'text', text: 'Hello' }) =>
    bench.control('POST', `/phones/${id}/messages`, body)
  const statuses = () => bench.values().flatMap((value) => (value.statuses ?? []) as Fields[])
  const seen = () => statuses().map(({ status }) => status)

  it('is accepted, then sent, delivered and read, and carries its callback data all the way', async () => {
    const id = await open()
    await bench.control('PATCH', `/phones/${id}`, { reads: true })
    await write(id)
    const { json } = await say('Good morning', { to: `+${digits}`, biz_opaque_callback_data: 'outbox-7' })
    expect(json).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: `+${digits}`, wa_id: digits }],
    })
    await bench.until(() => statuses().length === 3)
    expect(new Set(seen())).toEqual(new Set(['sent', 'delivered', 'read']))
    for (const status of statuses())
      expect(status).toMatchObject({ recipient_id: digits, biz_opaque_callback_data: 'outbox-7' })
    const sent = statuses().find(({ status }) => status === 'sent')
    expect(sent).toMatchObject({ pricing: { pricing_model: 'PMP', category: 'service' } })
    expect(sent).not.toHaveProperty('conversation')
    expect(bench.phone('Oliver Whitaker')).toMatchObject({ unread: 0 })
    expect(bench.phone('Oliver Whitaker').thread.at(-1)).toMatchObject({
      text: 'Good morning',
      status: 'read',
    })
  })

  it('fails with 131047 by webhook when the customer has not written for 24 hours', async () => {
    let now = Date.now()
    const id = await open({ now: () => now })
    await write(id)
    now += 24 * 3_600_000 - 1
    await say('Just in time')
    await bench.until(() => seen().includes('delivered'))
    now += 2
    expect((await say('Too late')).status).toBe(200)
    await bench.until(() => seen().includes('failed'))
    expect(statuses().find(({ status }) => status === 'failed')).toMatchObject({ errors: [{ code: 131047 }] })
    expect(bench.phone('Oliver Whitaker').thread).toHaveLength(2)
  })

  it('is refused with 131047 at once where that is asked for, while a template goes through', async () => {
    await open({ outsideWindow: 'answer' })
    expect(await say('Hello?')).toMatchObject({ status: 400, json: { error: { code: 131047 } } })
    const parameters = [{ type: 'text', text: 'Oliver' }]
    const template = {
      name: 'pick_up_again',
      language: { code: 'en' },
      components: [{ type: 'body', parameters }],
    }
    await say('', { type: 'template', text: undefined, template })
    await bench.until(() => seen().includes('delivered'))
    const bubble = bench.phone('Oliver Whitaker').thread.at(-1)
    expect(bubble).toMatchObject({ kind: 'template', text: 'Hello Oliver, may we go on where we stopped?' })
    expect(statuses()[0]).toMatchObject({ pricing: { category: 'utility' } })
  })

  it('fails with 131026 when nobody has that number', async () => {
    await open()
    expect((await say('Anyone?', { to: '447700900999' })).status).toBe(200)
    await bench.until(() => statuses().length === 1)
    expect(statuses()[0]).toMatchObject({
      status: 'failed',
      recipient_id: '447700900999',
      errors: [{ code: 131026 }],
    })
  })

  it('stays sent for ever when the customer has blocked the number, also after it is unblocked', async () => {
    const id = await open()
    await write(id)
    await bench.control('PATCH', `/phones/${id}`, { blocked: true })
    await say('Are you there?')
    await bench.until(() => seen().includes('sent'))
    await bench.control('PATCH', `/phones/${id}`, { blocked: false, online: false })
    await bench.control('PATCH', `/phones/${id}`, { online: true })
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(seen()).toEqual(['sent'])
  })

  it('waits for a phone that is offline, and all that waited is read in one webhook', async () => {
    const id = await open()
    await write(id)
    await bench.control('PATCH', `/phones/${id}`, { online: false })
    await say('One')
    await say('Two')
    await bench.until(() => seen().length === 2)
    expect(seen()).toEqual(['sent', 'sent'])
    await bench.control('PATCH', `/phones/${id}`, { online: true })
    await bench.until(() => seen().length === 4)
    expect(bench.phone('Oliver Whitaker').unread).toBe(2)
    await bench.control('POST', `/phones/${id}/read`)
    await bench.until(() => seen().length === 6)
    expect(bench.values().at(-1)?.statuses).toHaveLength(2)
    expect(bench.phone('Oliver Whitaker').unread).toBe(0)
  })

  it('reaches a person known only by a business-scoped id, and no webhook invents a phone number', async () => {
    await open()
    const { id, userId } = bench.phone('Marisol V.')
    await write(id)
    const { json } = await say('Hola', { to: undefined, recipient: userId })
    expect(json.contacts).toEqual([{ input: userId, user_id: userId }])
    await bench.until(() => seen().length === 2)
    const contact = { profile: { name: 'Marisol V.', username: 'marisol.viaja' }, user_id: userId }
    for (const value of bench.values()) expect(value.contacts).toEqual([contact])
    for (const status of statuses()) {
      expect(status).toMatchObject({ recipient_user_id: userId })
      expect(status).not.toHaveProperty('recipient_id')
    }
    const inbound = (bench.values()[0] as { messages: Fields[] }).messages[0]
    expect(inbound).toMatchObject({ from_user_id: userId })
    expect(inbound).not.toHaveProperty('from')
  })

  it('is free for 72 hours after a click on an advertisement', async () => {
    const id = await open()
    const referral = {
      sourceUrl: 'https://ad.test/7',
      headline: 'Spring',
      body: 'Come in',
      sourceId: '7',
      ctwaClid: 'c',
    }
    await write(id, { kind: 'text', text: 'I saw your ad', referral })
    await say('Welcome')
    await bench.until(() => seen().includes('sent'))
    expect(statuses()[0]).toMatchObject({
      conversation: { origin: { type: 'referral_conversion' } },
      pricing: { billable: false, type: 'free_entry_point' },
    })
  })

  it('is held to 45 at once and then one in six seconds per person, until the limits are switched off', async () => {
    let now = Date.now()
    const id = await open({ now: () => now })
    await write(id)
    for (let sent = 0; sent < 45; sent += 1) expect((await say(`${sent}`)).status).toBe(200)
    expect(await say('46')).toMatchObject({ status: 400, json: { error: { code: 131056 } } })
    now += 6000
    expect((await say('47')).status).toBe(200)
    expect((await say('48')).status).toBe(400)
    await bench.control('PUT', '/meta/rates', { enabled: false })
    expect((await say('49')).status).toBe(200)
  })

  it('is held to the throughput of the number', async () => {
    const now = Date.now()
    await open({ now: () => now, rates: { perSecond: 2 } })
    await say('1')
    await say('2')
    expect(await say('3')).toMatchObject({ status: 400, json: { error: { code: 130429 } } })
  })

  it('marks what the customer wrote as read and shows typing until the answer comes', async () => {
    const id = await open()
    const { json } = await write(id)
    const message_id = (json as Fields).id
    const read = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id,
      typing_indicator: { type: 'text' },
    }
    expect(await bench.graph(messages, read)).toMatchObject({ status: 200, json: { success: true } })
    expect(bench.phone('Oliver Whitaker')).toMatchObject({
      typingUntil: expect.any(Number),
      thread: [{ seen: true }],
    })
    await say('Here I am')
    expect(bench.phone('Oliver Whitaker')).not.toHaveProperty('typingUntil')
  })

  it('may be a reaction, which the customer sees under their own words and which can be taken back', async () => {
    const id = await open()
    const { json } = await write(id)
    const react = (emoji: string) =>
      say('', { type: 'reaction', text: undefined, reaction: { message_id: (json as Fields).id, emoji } })
    await react('👍')
    await bench.until(() => bench.phone('Oliver Whitaker').thread[0]?.reactions.length === 1)
    expect(bench.phone('Oliver Whitaker').thread).toHaveLength(1)
    await react('')
    await bench.until(() => bench.phone('Oliver Whitaker').thread[0]?.reactions.length === 0)
    await say('', { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.gone', emoji: '👍' } })
    await bench.until(() => seen().includes('failed'))
    expect(statuses().at(-1)).toMatchObject({ errors: [{ code: 131009 }] })
  })
})
