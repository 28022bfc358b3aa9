import { describe, expect, test } from 'vitest'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakery, callOf, marina } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const reader = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })
const read = (field: string, value: JsonRecord) => reader(Buffer.from(JSON.stringify(callOf(field, value))))
const at = new Date('2026-11-19T08:30:00Z')
const from = { network: 'whatsapp', account: bakery }

describe('marketing messages', () => {
  const wish = (changes: JsonRecord = {}) => ({
    ...{ wa_id: '4915112345678', category: 'marketing_messages', value: 'stop', timestamp: 1795077000 },
    ...changes,
  })

  test.each([
    ['stop', false],
    ['resume', true],
    ['signup', true],
  ])('%s: wanted from now on? %s', (value, wants) => {
    expect(
      read('user_preferences', { contacts: [marina], user_preferences: [wish({ value })] }),
    ).toMatchObject([
      {
        ...from,
        type: 'preference',
        person: { identities: [{ value: '+4915112345678' }], name: 'Marina Falk' },
        category: 'marketing',
        wants,
        at,
      },
    ])
  })

  test('are stopped by a person without a number too', () => {
    expect(
      read('user_preferences', { user_preferences: [wish({ wa_id: '', user_id: 'DE.7' })] }),
    ).toMatchObject([
      {
        type: 'preference',
        person: { identities: [{ kind: 'whatsapp_user', value: 'DE.7' }] },
        wants: false,
      },
    ])
  })

  test('a wish that we do not know is kept, and a wish of nobody is put aside', () => {
    const items = read('user_preferences', {
      user_preferences: [
        wish({ value: 'sometimes' }),
        wish({ category: 'polls' }),
        wish({ wa_id: undefined }),
      ],
    })
    expect(items.map(({ type }) => type)).toEqual(['channel-notice', 'channel-notice', 'unreadable'])
  })
})

describe('a new business-scoped id', () => {
  const update = (changes: JsonRecord = {}) => ({
    ...{ wa_id: '4915112345678', timestamp: '1795077000' },
    ...{ user_id: { previous: 'DE.1', current: 'DE.2' } },
    ...changes,
  })

  test('leads from the old one to the new one and to the number of now', () => {
    expect(read('user_id_update', { contacts: [marina], user_id_update: [update()] })).toEqual([
      {
        ...from,
        type: 'identity-change',
        previous: [{ kind: 'whatsapp_user', value: 'DE.1' }],
        current: [
          { kind: 'phone', value: '+4915112345678', address: '4915112345678' },
          { kind: 'whatsapp_user', value: 'DE.2' },
        ],
        at,
      },
    ])
  })

  test('of a parent business leads there as well', () => {
    const parent_user_id = { previous: 'DE.ENT.1', current: 'DE.ENT.2' }
    expect(
      read('user_id_update', { user_id_update: [update({ wa_id: undefined, parent_user_id })] }),
    ).toMatchObject([
      {
        previous: [{ value: 'DE.1' }, { kind: 'whatsapp_parent_user', value: 'DE.ENT.1' }],
        current: [{ value: 'DE.2' }, { kind: 'whatsapp_parent_user', value: 'DE.ENT.2' }],
      },
    ])
  })

  test.each([{ previous: 'DE.1' }, { current: 'DE.2' }, 'DE.2'])(
    'that does not say which became which is put aside: %j',
    (user_id) => {
      expect(read('user_id_update', { user_id_update: [update({ user_id })] })).toMatchObject([
        { type: 'unreadable' },
      ])
    },
  )
})

describe('the address book of the phone', () => {
  const entry = (changes: JsonRecord = {}) => ({
    ...{ type: 'contact', action: 'add', metadata: { timestamp: '1795077000' } },
    contact: { full_name: 'Marina Falk', first_name: 'Marina', phone_number: '4915112345678' },
    ...changes,
  })

  test('gives a customer its name', () => {
    expect(read('smb_app_state_sync', { state_sync: [entry()] })).toEqual([
      {
        ...from,
        type: 'book-entry',
        person: {
          identities: [{ kind: 'phone', value: '+4915112345678', address: '4915112345678' }],
          name: 'Marina Falk',
        },
        action: 'saved',
        at,
      },
    ])
  })

  test('tells of removed entries, which have no name', () => {
    const items = read('smb_app_state_sync', {
      state_sync: [entry({ action: 'remove', contact: { phone_number: '4915112345678' } })],
    })
    expect(items).toMatchObject([{ type: 'book-entry', action: 'removed' }])
    expect(items[0]).not.toHaveProperty('person.name')
  })

  test('may hold what is no contact, and contacts of nobody', () => {
    const items = read('smb_app_state_sync', {
      state_sync: [entry({ type: 'label' }), entry({ action: 'merge' }), entry({ contact: {} }), entry()],
    })
    expect(items.map(({ type }) => type)).toEqual([
      'channel-notice',
      'channel-notice',
      'unreadable',
      'book-entry',
    ])
  })
})
