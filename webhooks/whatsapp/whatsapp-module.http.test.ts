import { expect, test } from 'vitest'
import { testChannelModule } from '../channel.contract.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import {
  bakery,
  callOf,
  callWith,
  historyOf,
  marina,
  messageOf,
  otherCalls,
  textFromMarina,
  valueWith,
} from './example-calls.ts'
import { contentsOfEachKind } from './sending/example-contents.ts'
import { whatsappModule } from './whatsapp-module.ts'

const interactive = (type: string, reply: JsonRecord) => ({
  type: 'interactive',
  interactive: { type, [type]: reply },
})

const kinds: JsonRecord[] = [
  { type: 'text', text: { body: 'Grüße 👋' } },
  { type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'The cake' } },
  { type: 'audio', audio: { id: '2', voice: true } },
  { type: 'location', location: { latitude: 1.5, longitude: 2 } },
  { type: 'contacts', contacts: [{ name: { formatted_name: 'Ole' } }] },
  { type: 'button', button: { payload: 'p', text: 'Yes' } },
  { type: 'order', order: { catalog_id: 'c', product_items: [{ quantity: 1 }] } },
  { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍' } },
  {
    type: 'edit',
    edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'new' } } },
  },
  { type: 'revoke', revoke: { original_message_id: 'wamid.X' } },
  { type: 'system', system: { type: 'user_changed_number', wa_id: '4915187654321', body: 'changed' } },
  { type: 'unsupported', errors: [{ code: 131051, title: 'unknown' }] },
  { type: 'request_welcome' },
  { type: 'hologram', hologram: {} },
  { type: 'media_placeholder' },
  interactive('button_reply', { id: 'b', title: 'Yes' }),
  interactive('nfm_reply', { response_json: '{"a":1}' }),
]

testChannelModule(whatsappModule, {
  callWith: (items) => callWith({ contacts: [marina], messages: items }),
  messages: kinds.map((kind, index) => messageOf({ id: `wamid.KIND${index}`, ...kind })),
  calls: [
    callWith({
      statuses: [{ id: 'wamid.OUT', status: 'failed', timestamp: 1795077000, errors: [{ code: 131047 }] }],
    }),
    { entry: [{ id: '1', changes: [{ value: { event: 'PARTNER_ADDED' } }] }] },
    callWith({ errors: [{ code: 131042, title: 'Unpaid' }] }),
    {
      field: 'messages',
      value: valueWith({ messages: [messageOf({ type: 'text', text: { body: 'test' } })] }),
    },
    ...otherCalls,
  ],
  sending: [
    {
      network: 'whatsapp',
      account: { externalId: bakery, settings: {} },
      recipient: [{ kind: 'phone', value: '+4915112345678', address: '4915112345678' }],
      accepted: {
        body: '{"messaging_product":"whatsapp","messages":[{"id":"wamid.OUT"}]}',
        externalId: 'wamid.OUT',
      },
      onTheWay: (path) => (path.endsWith('/media') ? '{"id":"31337"}' : undefined),
      tokenRefused: {
        status: 401,
        body: '{"error":{"message":"Error validating access token","type":"OAuthException","code":190}}',
      },
      rateLimited: { status: 429, headers: { 'retry-after': '7' }, body: '' },
      contents: contentsOfEachKind,
    },
  ],
})

test('WhatsApp leaves the calls of the other networks of Meta alone', () => {
  expect(whatsappModule.claims?.({ object: 'instagram', entry: [{ id: '1', changes: [] }] })).toBeUndefined()
  expect(whatsappModule.claims?.({ entry: [{ id: '1', messaging: [] }] })).toBeUndefined()
})

test('old chats never stand before live messages, and a live message never behind old chats', () => {
  const history = callOf('history', { history: [historyOf([textFromMarina('Old')])] })
  expect(whatsappModule.claims?.(history)).toBe('whatsapp_history')
  const [old] = history.entry as JsonRecord[]
  const [live] = callWith({ messages: [textFromMarina('New')] }).entry as JsonRecord[]
  const call = (entry: unknown[]) => whatsappModule.claims?.({ object: 'whatsapp_business_account', entry })
  expect(call([old, old])).toBe('whatsapp_history')
  expect(call([old, live])).toBe('whatsapp')
  expect(call([{ id: '1', changes: [] }])).toBe('whatsapp')
  expect(call([null])).toBe('whatsapp')
  expect(call([])).toBe('whatsapp')
})
