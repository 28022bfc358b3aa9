import { expect, test } from 'vitest'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakeryNumber, callOf, echoToMarina, marina } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const reader = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })

function readOne(echo: JsonRecord, beside: JsonRecord = { contacts: [marina] }) {
  const items = reader(
    Buffer.from(JSON.stringify(callOf('smb_message_echoes', { ...beside, message_echoes: [echo] }))),
  )
  expect(items).toHaveLength(1)
  return items[0]
}

test('what the owner wrote on the phone belongs to the customer, and is an echo', () => {
  expect(readOne(echoToMarina())).toMatchObject({
    type: 'message',
    externalId: 'wamid.ECHO1',
    person: { identities: [{ kind: 'phone', value: '+4915112345678' }], name: 'Marina Falk' },
    kind: 'text',
    body: 'From my phone',
    data: {},
    echo: {},
  })
})

test('a customer without a phone number is known by his id', () => {
  const echo = echoToMarina({ to: '', to_user_id: 'DE.77', to_parent_user_id: 'DE.ENT.5' })
  expect(readOne(echo, {})).toMatchObject({
    person: {
      identities: [
        { kind: 'whatsapp_user', value: 'DE.77' },
        { kind: 'whatsapp_parent_user', value: 'DE.ENT.5' },
      ],
    },
  })
})

test('edits and revocations of the owner name his message, even where the two numbers are swapped', () => {
  const edit = { original_message_id: 'wamid.OLD', message: { type: 'text', text: { body: 'At noon' } } }
  expect(readOne(echoToMarina({ type: 'edit', edit }))).toMatchObject({
    kind: 'edit',
    replyTo: 'wamid.OLD',
    body: 'At noon',
    echo: {},
  })
  const swapped = { from: '4915112345678', to: bakeryNumber }
  const revoke = { original_message_id: 'wamid.OLD' }
  expect(readOne(echoToMarina({ ...swapped, type: 'revoke', revoke }))).toMatchObject({
    kind: 'revoke',
    person: { identities: [{ value: '+4915112345678' }] },
    echo: {},
  })
})

test('files and reactions of the owner are read as those of customers', () => {
  expect(readOne(echoToMarina({ type: 'image', image: { id: '9', caption: 'Fresh' } }))).toMatchObject({
    kind: 'image',
    body: 'Fresh',
    attachments: [{ kind: 'image', mediaId: '9' }],
  })
  const reaction = { message_id: 'wamid.MARINA1', emoji: '🥖' }
  expect(readOne(echoToMarina({ type: 'reaction', reaction }))).toMatchObject({ replyTo: 'wamid.MARINA1' })
})
