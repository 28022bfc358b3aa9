import { expect, test } from 'vitest'
import type { InboundMessage } from '#core/channels/inbound-item.ts'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { callWith } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const read = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })

function peopleOf(contacts: JsonRecord[], senders: JsonRecord[]) {
  const messages = senders.map((sender, index) => ({
    id: `wamid.${index}`,
    timestamp: '1795077000',
    type: 'text',
    text: { body: 'hi' },
    ...sender,
  }))
  return read(Buffer.from(JSON.stringify(callWith({ contacts, messages }))))
    .filter((item): item is InboundMessage => item.type === 'message')
    .map(({ person }) => person)
}

test('contacts belong to their messages by what they say, not by where they stand', () => {
  const contacts = [
    { wa_id: '4915100000002', profile: { name: 'Bela' } },
    { user_id: 'DE.3', profile: { name: 'Cleo' } },
    { wa_id: '4915100000001', profile: { name: 'Anna' } },
  ]
  const senders = [{ from: '4915100000001' }, { from: '4915100000002' }, { from_user_id: 'DE.3' }]
  expect(peopleOf(contacts, senders).map(({ name }) => name)).toEqual(['Anna', 'Bela', 'Cleo'])
})

test('a name is not given to somebody else', () => {
  const [person] = peopleOf(
    [{ wa_id: '4915100000002', profile: { name: 'Bela' } }],
    [{ from: '4915100000001' }],
  )
  expect(person).not.toHaveProperty('name')
})

test.each(['@Marina.F', 'marina.f'])(
  'a person without a phone number is known by his ids (%s)',
  (username) => {
    const contact = {
      user_id: 'DE.77',
      parent_user_id: 'DE.ENT.5',
      profile: { name: 'Marina', username },
    }
    const sender = { from_user_id: 'DE.77', from_parent_user_id: 'DE.ENT.5' }
    expect(peopleOf([contact], [sender])).toEqual([
      {
        identities: [
          { kind: 'whatsapp_user', value: 'DE.77' },
          { kind: 'whatsapp_parent_user', value: 'DE.ENT.5' },
          { kind: 'whatsapp_username', value: 'marina.f' },
        ],
        name: 'Marina',
      },
    ])
  },
)

test('a phone number and ids of one person come together', () => {
  const [person] = peopleOf([{ wa_id: '4915100000001', user_id: 'DE.1' }], [{ from_user_id: 'DE.1' }])
  expect(person?.identities).toEqual([
    { kind: 'phone', value: '+4915100000001', address: '4915100000001' },
    { kind: 'whatsapp_user', value: 'DE.1' },
  ])
})

test.each([['from_parent_user_id'], ['parent_from_user_id'], ['parent_user_id']])(
  'the parent id is found in %s',
  (key) => {
    const [person] = peopleOf([], [{ from_user_id: 'DE.1', [key]: 'DE.ENT.5' }])
    expect(person?.identities).toContainEqual({ kind: 'whatsapp_parent_user', value: 'DE.ENT.5' })
  },
)

test('what a message says of its sender wins over a contact that says otherwise', () => {
  const contact = { user_id: 'uDE.1', parent_user_id: 'DE.ENT.5', profile: { name: 'Marina' } }
  const [person] = peopleOf([contact], [{ from_user_id: 'DE.1', from_parent_user_id: 'DE.ENT.5' }])
  expect(person?.name).toBe('Marina')
  expect(person?.identities.filter(({ kind }) => kind === 'whatsapp_user')).toEqual([
    { kind: 'whatsapp_user', value: 'DE.1' },
  ])
})

test('a message that names nobody belongs to the only contact there is', () => {
  const contacts = [{ wa_id: '4915100000001', profile: { name: 'Anna' } }]
  expect(peopleOf(contacts, [{}])).toMatchObject([{ name: 'Anna', identities: [{ kind: 'phone' }] }])
})

test("a message that names nobody among several contacts is nobody's", () => {
  const contacts = [{ wa_id: '4915100000001' }, { wa_id: '4915100000002' }]
  expect(peopleOf(contacts, [{}])).toEqual([{ identities: [] }])
})

test('a business-scoped id in the place of the phone number is not taken for one', () => {
  expect(peopleOf([], [{ from: 'DE.1349' }])).toEqual([
    { identities: [{ kind: 'whatsapp_user', value: 'DE.1349' }] },
  ])
})

test('mobile variants of one number are one person, each written to as WhatsApp writes it', () => {
  const people = peopleOf([], [{ from: '5215512345678' }, { from: '525512345678' }])
  expect(new Set(people.map(({ identities }) => identities[0]?.value)).size).toBe(1)
  expect(people.map(({ identities }) => identities[0]?.address)).toEqual(['5215512345678', '525512345678'])
})
