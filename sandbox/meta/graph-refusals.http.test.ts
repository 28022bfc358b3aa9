import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBench, type TestBench, testApp } from './open-test-bench.ts'

const messages = `/${testApp.phoneNumberId}/messages`
const to = '+33639981204'
const base = { messaging_product: 'whatsapp', to }
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const buttons = (list: unknown[], text = 'Choose') => ({
  ...base,
  type: 'interactive',
  interactive: { type: 'button', body: { text }, action: { buttons: list } },
})
const rows = (count: number, set = 'a') =>
  Array.from({ length: count }, (_, at) => ({ id: `${set}${at}`, title: `Row ${at}` }))
const list = (sections: unknown[]) => ({
  ...base,
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Choose' }, action: { button: 'Open', sections } },
})
const card = JSON.stringify([{ name: { formatted_name: 'Ana Ruiz', first_name: 'Ana' } }])
const template = (name: string, code: string, components?: unknown) => ({
  ...base,
  type: 'template',
  template: { name, language: { code }, ...(components === undefined ? {} : { components }) },
})

describe('what Graph refuses', () => {
  let bench: TestBench
  beforeAll(async () => {
    bench = await openTestBench({ rates: { enabled: false } })
  })
  afterAll(() => bench.close())

  it.each<[string, number, unknown]>([
    ['no messaging_product', 100, { to, type: 'text', text: { body: 'x' } }],
    ['another product', 100, { ...base, messaging_product: 'telegram', type: 'text', text: { body: 'x' } }],
    ['no recipient', 100, { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } }],
    ['a recipient that is no number', 131009, { ...base, to: 'Camille', type: 'text', text: { body: 'x' } }],
    [
      'a malformed business-scoped id',
      131009,
      { messaging_product: 'whatsapp', recipient: 'abc', text: { body: 'x' } },
    ],
    ['an unknown type', 100, { ...base, type: 'hologram', hologram: {} }],
    ['a text message without text', 131008, { ...base, type: 'text' }],
    ['an empty text', 131009, { ...base, type: 'text', text: { body: '' } }],
    ['a text of 4097 characters', 100, { ...base, type: 'text', text: { body: 'x'.repeat(4097) } }],
    ['a misspelt option', 100, { ...base, type: 'text', text: { body: 'x', previewUrl: true } }],
    ['four buttons', 131009, buttons(['a', 'b', 'c', 'd'].map((one) => reply(one, one)))],
    ['a button title of 21 characters', 131009, buttons([reply('a', 'x'.repeat(21))])],
    ['a button id of 257 characters', 131009, buttons([reply('x'.repeat(257), 'a')])],
    ['two buttons with one id', 131009, buttons([reply('a', 'A'), reply('a', 'B')])],
    ['buttons under 1025 characters', 131009, buttons([reply('a', 'A')], 'x'.repeat(1025))],
    [
      'eleven rows over two sections',
      131009,
      list([
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5, 'b') },
      ]),
    ],
    ['several sections without titles', 131009, list([{ rows: rows(1) }, { rows: rows(1) }])],
    ['media with neither id nor link', 131008, { ...base, type: 'image', image: {} }],
    ['media nobody uploaded', 131009, { ...base, type: 'image', image: { id: '1234567890' } }],
    [
      'a caption on a sticker',
      131009,
      { ...base, type: 'sticker', sticker: { link: 'https://a.test/a', caption: 'x' } },
    ],
    [
      'a reaction that is a word',
      131009,
      { ...base, type: 'reaction', reaction: { message_id: 'wamid.x', emoji: 'ok' } },
    ],
    ['a reaction to nothing', 131008, { ...base, type: 'reaction', reaction: { emoji: '👍' } }],
    ['a latitude of 91', 131009, { ...base, type: 'location', location: { latitude: 91, longitude: 0 } }],
    [
      'callback data of 513 characters',
      100,
      { ...base, text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
    ],
    ['an unknown template', 132001, template('nothing', 'en')],
    ['a template in another language', 132001, template('pick_up_again', 'de')],
    ['a template without its value', 132000, template('pick_up_again', 'en')],
    ['a paused template', 132015, template('old_reminder', 'en')],
    ['a read receipt for an unknown message', 131009, { ...base, status: 'read', message_id: 'wamid.none' }],
  ])('refuses %s with %i', async (_, code, body) => {
    const { status, json } = await bench.graph(messages, body)
    expect({ status, json }).toMatchObject({ status: 400, json: { error: { code, type: 'OAuthException' } } })
    expect(json.error).toHaveProperty('fbtrace_id')
  })

  it.each([
    [
      'two lists of five rows',
      list([
        { title: 'A', rows: rows(5) },
        { title: 'B', rows: rows(5, 'b') },
      ]),
    ],
    ['a text of 4096 emoji', { ...base, type: 'text', text: { body: '😀'.repeat(4096) } }],
    ['a list written as a string of JSON', { ...base, type: 'contacts', contacts: card }],
    ['a heart as reaction', { ...base, type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '❤️' } }],
    ['a flag as reaction', { ...base, type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '🇮🇳' } }],
  ])('takes %s', async (_, body) => {
    expect((await bench.graph(messages, body)).status).toBe(200)
  })

  it('refuses a wrong token with 190 and a missing one with 104', async () => {
    const wrong = await bench.graph(messages, base, { headers: { authorization: 'Bearer nobody' } })
    expect(wrong).toMatchObject({ status: 401, json: { error: { code: 190, type: 'OAuthException' } } })
    const none = await bench.graph(messages, base, { headers: {} })
    expect(none).toMatchObject({ status: 401, json: { error: { code: 104 } } })
  })

  it('refuses an unknown number with 100/33, an unknown path with 2500, an old version with 2635', async () => {
    const unknown = await bench.graph('/999/messages', base)
    expect(unknown).toMatchObject({ status: 400, json: { error: { code: 100, error_subcode: 33 } } })
    expect(await bench.graph('/nonsense')).toMatchObject({ status: 400, json: { error: { code: 2500 } } })
    const path = `${bench.url}/graph/v20.0${messages}`
    const old = await fetch(path, { headers: { authorization: `Bearer ${testApp.accessToken}` } })
    expect(await old.json()).toMatchObject({ error: { code: 2635 } })
    const future = await fetch(path.replace('v20.0', 'v99.0'))
    expect(await future.json()).toMatchObject({ error: { code: 2500 } })
  })

  it('refuses a body that is no JSON and fields a number does not have', async () => {
    const broken = await bench.graph(messages, undefined, {
      method: 'POST',
      body: '{"to":',
      headers: { authorization: `Bearer ${testApp.accessToken}`, 'content-type': 'application/json' },
    })
    expect(broken).toMatchObject({ status: 400, json: { error: { code: 100 } } })
    const fields = await bench.graph(`/${testApp.phoneNumberId}?fields=shoe_size`)
    expect(fields).toMatchObject({ status: 400, json: { error: { code: 100 } } })
  })
})
