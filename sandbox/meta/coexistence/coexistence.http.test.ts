import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from '../fields.ts'
import { openTestBench, type TestBench, testApp } from '../open-test-bench.ts'

describe('a WhatsApp Business app beside the Cloud API', () => {
  let bench: TestBench
  beforeAll(async () => {
    bench = await openTestBench()
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const echoes = () => bench.values().flatMap((value) => (value.message_echoes ?? []) as Fields[])
  const histories = () => bench.values().flatMap((value) => (value.history ?? []) as Fields[])

  it('echoes what the owner types, changes and takes back there', async () => {
    const { id, phone } = bench.phone('Camille Moreau')
    const { json } = await bench.control('POST', `/phones/${id}/echo`, { text: 'From my phone' })
    const sent = json as { id: string }
    await bench.control('POST', `/phones/${id}/echo`, {
      kind: 'edit',
      target: sent.id,
      text: 'From my own phone',
    })
    await bench.until(() => echoes().length === 2)
    await bench.control('POST', `/phones/${id}/echo`, { kind: 'revoke', target: sent.id })
    await bench.until(() => echoes().length === 3)
    const ends = { from: '447700900001', to: phone?.slice(1) }
    expect(echoes()).toMatchObject([
      { ...ends, id: sent.id, type: 'text', text: { body: 'From my phone' } },
      {
        ...ends,
        type: 'edit',
        edit: { original_message_id: sent.id, message: { text: { body: 'From my own phone' } } },
      },
      { ...ends, type: 'revoke', revoke: { original_message_id: sent.id } },
    ])
    expect(bench.phone('Camille Moreau').thread.at(-1)).toMatchObject({ from: 'business', deleted: true })
  })

  it('hands over its address book', async () => {
    const contacts = [{ name: 'Pablo Morales', phone: '+34600000001' }]
    await bench.control('POST', '/meta/contacts-sync', { contacts })
    await bench.until(() => bench.received.length === 1)
    await bench.control('POST', '/meta/contacts-sync', { contacts, action: 'remove' })
    await bench.until(() => bench.received.length === 2)
    const [add, remove] = bench.values().map((value) => (value.state_sync as Fields[])[0])
    expect(add).toMatchObject({
      action: 'add',
      contact: { full_name: 'Pablo Morales', phone_number: '34600000001' },
    })
    expect(remove).toMatchObject({ action: 'remove', contact: { phone_number: '34600000001' } })
  })

  it('hands over its conversations in three phases, in chunks, with progress and files that follow', async () => {
    const { json } = await bench.control('POST', '/meta/history', { messages: 90, chunk: 20, people: 3 })
    expect(json).toEqual({ messages: 90, webhooks: 15 })
    await bench.until(() => bench.received.length === 15)
    const heads = histories().map(
      ({ metadata }) => metadata as { phase: number; chunk_order: number; progress: number },
    )
    expect(new Set(heads.map(({ phase }) => phase))).toEqual(new Set([0, 1, 2]))
    expect(Math.max(...heads.map(({ progress }) => progress))).toBe(100)
    const lines = histories().flatMap(({ threads }) =>
      (threads as { messages: Fields[] }[]).flatMap(({ messages }) => messages),
    )
    expect(new Set(lines.map(({ id }) => id)).size).toBe(90)
    const placeholders = lines.filter(({ type }) => type === 'media_placeholder').map(({ id }) => id)
    const files = bench.values().flatMap((value) => (value.messages ?? []) as Fields[])
    expect(files.map(({ id }) => id).sort()).toEqual(placeholders.sort())
  })

  it('may keep its conversations to itself', async () => {
    await bench.control('POST', '/meta/history', { decline: true })
    await bench.until(() => histories().length === 1)
    expect(histories()).toMatchObject([{ errors: [{ code: 2593109 }] }])
  })

  it('hands over each of both once when the product asks', async () => {
    const ask = (sync_type: string) =>
      bench.graph(`/${testApp.phoneNumberId}/smb_app_data`, { messaging_product: 'whatsapp', sync_type })
    expect((await ask('history')).json).toMatchObject({
      messaging_product: 'whatsapp',
      request_id: expect.any(String),
    })
    await bench.until(() => histories().length >= 3)
    expect((await ask('history')).json).toMatchObject({ error: { code: 2593107 } })
    expect((await ask('smb_app_state_sync')).status).toBe(200)
    expect((await ask('moon')).json).toMatchObject({ error: { code: 100 } })
  })
})
