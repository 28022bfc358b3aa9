import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from './fields.ts'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

describe('what customers change on WhatsApp', () => {
  let bench: TestBench
  beforeAll(async () => {
    bench = await openTestBench()
  })
  afterAll(() => bench.close())
  beforeEach(() => void bench.received.splice(0))

  const does = async (wish: Fields, name = 'Camille Moreau', webhooks = 1) => {
    const { status, json } = await bench.control('POST', `/phones/${bench.phone(name).id}/messages`, wish)
    expect(status).toBe(201)
    await bench.until(() => bench.received.length === webhooks)
    return json as Fields
  }
  const inbound = () => bench.values().flatMap((value) => (value.messages ?? []) as Fields[])

  it('are their own words, changed or taken back', async () => {
    const { id } = await does({ kind: 'text', text: 'Twoo rooms' })
    await does({ kind: 'edit', target: id, text: 'Two rooms' }, undefined, 2)
    await does({ kind: 'revoke', target: id }, undefined, 3)
    expect(inbound().slice(1)).toMatchObject([
      {
        type: 'edit',
        edit: { original_message_id: id, message: { type: 'text', text: { body: 'Two rooms' } } },
      },
      { type: 'revoke', revoke: { original_message_id: id } },
    ])
    const { id: phone } = bench.phone('Camille Moreau')
    const again = await bench.control('POST', `/phones/${phone}/messages`, {
      kind: 'edit',
      target: id,
      text: 'x',
    })
    expect(again.status).toBe(404)
  })

  it('is their mind about marketing: a marketing template then fails with 131050', async () => {
    await does({ kind: 'preferences', value: 'stop' })
    expect(bench.values()[0]).toMatchObject({
      user_preferences: [{ wa_id: '33639981204', category: 'marketing_messages', value: 'stop' }],
    })
    const text = (parameter_name: string) => ({ type: 'text', parameter_name, text: 'x' })
    const components = [
      { type: 'header', parameters: [text('first_name')] },
      { type: 'body', parameters: [text('offer'), text('last_day')] },
    ]
    const template = { name: 'season_offer', language: { code: 'en' }, components }
    const body = { messaging_product: 'whatsapp', to: '33639981204', type: 'template', template }
    await bench.graph(`/${testApp.phoneNumberId}/messages`, body)
    await bench.until(() => bench.values().some(({ statuses }) => statuses !== undefined))
    expect(bench.values().at(-1)).toMatchObject({
      statuses: [{ status: 'failed', errors: [{ code: 131050 }] }],
    })
  })

  it('is their id, told as a system message and with the mapping', async () => {
    const before = bench.phone('Marisol V.').userId
    await does({ kind: 'user_id' }, 'Marisol V.', 2)
    const current = bench.phone('Marisol V.').userId
    expect(current).not.toBe(before)
    expect(inbound()).toMatchObject([
      { type: 'system', system: { type: 'user_changed_user_id', user_id: current } },
    ])
    expect(bench.values().find(({ user_id_update }) => user_id_update)).toMatchObject({
      user_id_update: [{ user_id: { previous: before, current } }],
    })
  })

  it('is their number, given after a request for it', async () => {
    await does({ kind: 'own_contact', phone: '+34600000002' }, 'Marisol V.')
    expect(inbound()).toMatchObject([
      {
        type: 'contacts',
        origin: 'contact_request',
        contacts: [{ vcard: expect.stringContaining('waid=34600000002') }],
      },
    ])
  })

  it.each<[string, Fields, Fields]>([
    ['the answers of a Flow', { kind: 'flow', answers: { city: 'Lyon' } }, { type: 'nfm_reply' }],
    ['leave to call', { kind: 'call_permission', response: 'accept' }, { type: 'call_permission_reply' }],
  ])('may be %s', async (_, wish, interactive) => {
    await does(wish)
    expect(inbound()).toMatchObject([{ type: 'interactive', interactive }])
  })
})
