import { describe, expect, test } from 'vitest'
import type { InboundItem } from '#core/channels/inbound-item.ts'
import { bakery, callWith, marina, textFromMarina, valueWith } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const now = new Date('2026-11-20T10:00:00Z')
const readBytes = createWhatsappReader({ now: () => now })
const read = (call: unknown): InboundItem[] => readBytes(Buffer.from(JSON.stringify(call)))
const kinds = (items: InboundItem[]) => items.map(({ type }) => type)

describe('a batch', () => {
  const text = (id: string) => textFromMarina(`message ${id}`, { id })

  test('of several entries, changes and items is read to its end, in its order', () => {
    const change = (field: string, value: object) => ({ field, value })
    const items = read({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            change('messages', valueWith({ contacts: [marina], messages: [text('a'), text('b')] })),
            change(
              'messages',
              valueWith({ statuses: [{ id: 'c', status: 'sent', timestamp: '1795077000' }] }),
            ),
          ],
        },
        { id: '2', changes: [change('flows', { event: 'FLOW_STATUS_CHANGE' })] },
        { id: '3', changes: [change('messages', valueWith({ contacts: [marina], messages: [text('d')] }))] },
      ],
    })
    expect(items.map((item) => ('externalId' in item ? item.externalId : item.type))).toEqual([
      'a',
      'b',
      'c',
      'channel-notice',
      'd',
    ])
  })

  test('with messages and states in one value gives both', () => {
    const statuses = [{ id: 'out', status: 'read', timestamp: '1795077000' }]
    expect(kinds(read(callWith({ contacts: [marina], messages: [text('a')], statuses })))).toEqual([
      'message',
      'delivery-state',
    ])
  })

  test.each([
    null,
    7,
    'text',
    [],
    {},
    { id: 'a message without a type' },
    { type: 'text', text: { body: 'no id' } },
    { id: 'x'.repeat(600), type: 'text', text: { body: 'an id too long for an index' } },
    textFromMarina('', { text: null }),
    textFromMarina('', { text: { body: { not: 'text' } } }),
    textFromMarina('', { type: 'image' }),
    textFromMarina('', { type: 'interactive' }),
    textFromMarina('', { type: 'reaction', reaction: { emoji: '👍' } }),
    textFromMarina('', { type: 'edit', edit: { original_message_id: 'a' } }),
    textFromMarina('', { type: 'revoke', revoke: {} }),
    textFromMarina('', { type: 'contacts', contacts: 'none' }),
  ])('puts a bad item aside alone, with the place and the reason (%#)', (bad) => {
    const items = read(callWith({ contacts: [marina], messages: [text('a'), bad, text('b')] }))
    expect(kinds(items)).toEqual(['message', 'unreadable', 'message'])
    expect(items[1]).toMatchObject({ path: 'entry[0].changes[0].value.messages[1]', item: bad })
    expect(items[1]).toHaveProperty('reason', expect.stringMatching(/\w/))
  })

  test('of a thousand with one bad item in the middle loses one', () => {
    const messages: unknown[] = Array.from({ length: 1000 }, (_, index) => text(`m${index}`))
    messages[500] = { id: 5 }
    const items = read(callWith({ contacts: [marina], messages }))
    expect(items).toHaveLength(1000)
    expect(items.filter(({ type }) => type === 'message')).toHaveLength(999)
  })

  test('puts aside what is not where it should be', () => {
    const entry = [null, { id: '1' }, { id: '2', changes: [3, { field: 'messages', value: 'x' }] }]
    const paths = read({ object: 'whatsapp_business_account', entry }).map(
      (item) => 'path' in item && item.path,
    )
    expect(paths).toEqual(['entry[0]', 'entry[1]', 'entry[2].changes[0]', 'entry[2].changes[1].value'])
    expect(kinds(read(callWith({ messages: { not: 'a list' } })))).toEqual(['unreadable'])
  })

  test('that does not name its account cannot be given to anyone, and is put aside', () => {
    const value = { messages: [text('a')], metadata: {} }
    expect(kinds(read(callWith(value)).slice(0, 1))).toEqual(['unreadable'])
  })

  test('may be empty', () => {
    expect(read(callWith({ messages: [], statuses: [] }))).toEqual([])
    expect(read({ object: 'whatsapp_business_account', entry: [] })).toEqual([])
  })
})

describe('a call that is not about messages', () => {
  test.each([
    ['flows', { event: 'FLOW_STATUS_CHANGE' }],
    ['business_username_update', { username: 'harbour' }],
    ['group_lifecycle_update', valueWith({ groups: [{ type: 'group_create', group_id: 'g1' }] })],
    ['group_participants_update', valueWith({ groups: [{ type: 'group_participants_add' }] })],
    ['a_field_of_next_year', { novelty: true }],
    ['a_field_of_next_year', 'no object at all'],
  ])('of field %s is kept whole as one notice', (field, value) => {
    const entry = [{ id: '7788', time: 1795077000, changes: [{ field, value }] }]
    expect(read({ object: 'whatsapp_business_account', entry })).toEqual([
      {
        type: 'channel-notice',
        network: 'whatsapp',
        topic: field,
        business: '7788',
        ...(typeof value === 'object' && 'metadata' in value ? { account: bakery } : {}),
        data: { time: 1795077000, value },
      },
    ])
  })

  test('and whose value should hold items but is none is put aside', () => {
    for (const field of ['messages', 'calls', 'history', 'smb_message_echoes', 'user_preferences']) {
      const entry = [{ id: '7788', changes: [{ field, value: [] }] }]
      expect(read({ object: 'whatsapp_business_account', entry })).toMatchObject([
        { type: 'unreadable', path: 'entry[0].changes[0].value' },
      ])
    }
  })

  test('and that leaves its field out is named by its event', () => {
    const value = { event: 'PARTNER_ADDED', waba_info: { waba_id: '9' } }
    expect(read({ entry: [{ id: '1', changes: [{ value }] }] })).toMatchObject([{ topic: 'PARTNER_ADDED' }])
    const beside = { id: '1', changes: [{ value }], field: 'account_update' }
    expect(read({ entry: [beside] })).toMatchObject([{ topic: 'account_update' }])
  })

  test('but about errors beside the messages is kept as a notice', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit' }]
    const [notice, ...others] = read(callWith({ errors }))
    expect(notice).toMatchObject({ topic: 'errors', account: bakery, data: { value: errors } })
    expect(notice).not.toHaveProperty('meaning')
    expect(others).toEqual([])
  })

  test('but about errors of the whole account warns of a channel in danger, of each once', () => {
    const errors = [
      { code: 130429, title: 'Rate limit hit' },
      { code: 131042, title: 'Business eligibility payment issue', error_data: { details: 'No card.' } },
      { code: 368, title: 'Temporarily blocked for policies violations' },
    ]
    expect(read(callWith({ errors }))).toMatchObject([
      {
        account: bakery,
        meaning: {
          kind: 'danger',
          code: 'error-131042',
          title: 'Business eligibility payment issue',
          detail: 'No card.',
        },
      },
      { meaning: { kind: 'danger', code: 'error-368' } },
    ])
  })

  test('or holds more than we know keeps the rest as a notice', () => {
    const items = read(callWith({ contacts: [marina], messages: [textFromMarina('hi')], novelty: { a: 1 } }))
    expect(items[1]).toMatchObject({ topic: 'messages', data: { value: { novelty: { a: 1 } } } })
  })

  test('but of another network of Meta is kept whole', () => {
    const call = { object: 'instagram', entry: [{ id: '1', messaging: [{}] }] }
    expect(read(call)).toMatchObject([{ topic: 'object.instagram', data: { value: call } }])
  })

  test("or that Meta's dashboard made up is read and labelled as a test", () => {
    const value = valueWith({ contacts: [marina], messages: [textFromMarina('this is a test')] })
    expect(read({ field: 'messages', value })).toMatchObject([{ type: 'message', data: { test: true } }])
    const entry = [{ id: '0', changes: [{ field: 'messages', value }] }]
    expect(read({ entry })).toMatchObject([{ type: 'message', data: { test: true } }])
  })
})

describe('what is hostile', () => {
  test('NUL and lone surrogates are taken out everywhere, inside a form too', () => {
    const hostile = '\\u0000\\ud800'
    const call = callWith({
      contacts: [{ ...marina, profile: { name: 'MarNULina' } }],
      messages: [
        textFromMarina('heNULllo', { novNULelty: ['NUL'] }),
        textFromMarina('', {
          id: 'form',
          type: 'interactive',
          interactive: {
            type: 'nfm_reply',
            nfm_reply: { response_json: '{"city":"BrNULemen"}', name: 'flow' },
          },
        }),
      ],
    })
    const text = JSON.stringify(call).replaceAll('BrNULemen', 'Br\\\\u0000emen').replaceAll('NUL', hostile)
    const items = readBytes(Buffer.from(text))
    expect(JSON.stringify(items)).not.toMatch(/\\u0000|\\ud8/)
    expect(items).toMatchObject([
      { body: 'he\uFFFDllo', person: { name: 'Mar\uFFFDina' } },
      { kind: 'form', data: { answers: { city: 'Bremen' } } },
    ])
  })

  test('a prototype in a call owns nothing', () => {
    const text = JSON.stringify(callWith({ messages: [textFromMarina('hi', { OWN: { owned: 1 } })] }))
    const items = readBytes(Buffer.from(text.replace('"OWN"', '"__proto__"')))
    expect(items).toHaveLength(1)
    expect({}).not.toHaveProperty('owned')
    for (const type of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(read(callWith({ messages: [textFromMarina('', { type })] }))).toMatchObject([
        { kind: 'unknown', data: { kind: type } },
      ])
    }
  })

  test('deep nesting is cut off, and what stands beside it is read', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const call = JSON.stringify(callWith({ messages: [textFromMarina('hi', { deep: 'DEEP' })] }))
    const items = readBytes(Buffer.from(call.replace('"DEEP"', deep)))
    expect(items).toMatchObject([{ type: 'message', body: 'hi' }])
    expect(() => JSON.stringify(items)).not.toThrow()
  })

  test('what is not a JSON object is refused as a whole', () => {
    for (const body of ['', 'no', '[]', 'null', '1']) expect(() => readBytes(Buffer.from(body))).toThrow()
    expect(read({})).toMatchObject([{ type: 'unreadable', path: '' }])
  })
})
