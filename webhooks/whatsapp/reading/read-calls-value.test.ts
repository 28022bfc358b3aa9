import { expect, test } from 'vitest'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakery, bakeryNumber, callFromMarina, callOf, marina } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const reader = createWhatsappReader({ now: () => new Date('2026-11-20T10:00:00Z') })
const read = (value: JsonRecord) => reader(Buffer.from(JSON.stringify(callOf('calls', value))))
const marinasPhone = { kind: 'phone', value: '+4915112345678', address: '4915112345678' }

test('a call that a customer makes is a message of hers', () => {
  expect(read({ contacts: [marina], calls: [callFromMarina({ session: { sdp: 'v=0 10.0.0.7' } })] })).toEqual(
    [
      {
        type: 'message',
        network: 'whatsapp',
        account: bakery,
        externalId: 'wacid.RING1:connect',
        person: { identities: [marinasPhone], name: 'Marina Falk' },
        sentAt: new Date('2026-11-19T08:30:00Z'),
        kind: 'call',
        attachments: [],
        data: { event: 'connect', direction: 'inbound', callId: 'wacid.RING1' },
      },
    ],
  )
})

test('its end tells how long it was, under an id of its own', () => {
  const end = callFromMarina({
    event: 'terminate',
    status: 'COMPLETED',
    start_time: '1795077000',
    end_time: '1795077120',
    duration: 120,
  })
  expect(read({ calls: [end] })).toMatchObject([
    {
      externalId: 'wacid.RING1:terminate',
      data: { event: 'terminate', seconds: 120, status: 'completed', startedAt: '1795077000' },
    },
  ])
})

test('why it failed is told with it, and not as a trouble of the account', () => {
  const errors = [{ code: 131042, message: 'Could not connect' }]
  const items = read({ calls: [callFromMarina({ event: 'terminate', status: 'FAILED' })], errors })
  expect(items).toMatchObject([{ data: { status: 'failed', errors: [{ code: '131042' }] } }])
})

test('a call of the business is an echo, and its customer is whom it went to', () => {
  const out = callFromMarina({ from: bakeryNumber, to: '4915112345678', direction: 'BUSINESS_INITIATED' })
  expect(read({ calls: [out] })).toMatchObject([
    { person: { identities: [marinasPhone] }, echo: {}, data: { direction: 'outbound' } },
  ])
})

test.each(['RINGING', 'ACCEPTED', 'REJECTED'])('how far it has come is told too: %s', (status) => {
  const state = {
    id: 'wacid.OUT',
    type: 'call',
    status,
    timestamp: '1795077000',
    recipient_id: '4915112345678',
  }
  expect(read({ contacts: [marina], statuses: [state] })).toMatchObject([
    {
      type: 'message',
      kind: 'call',
      externalId: `wacid.OUT:${status.toLowerCase()}`,
      person: { name: 'Marina Falk' },
      echo: {},
      data: { event: status.toLowerCase(), direction: 'outbound' },
    },
  ])
})

test('the customer is never the business, whichever way round the numbers are given', () => {
  const swapped = callFromMarina({ from: '4915112345678', to: bakeryNumber, direction: 'BUSINESS_INITIATED' })
  expect(read({ calls: [swapped] })).toMatchObject([{ person: { identities: [marinasPhone] } }])
})

test('a person without a number is known by his id, and by the only contact there is', () => {
  const hidden = callFromMarina({ from: '', from_user_id: 'DE.77' })
  expect(read({ calls: [hidden] })).toMatchObject([
    { person: { identities: [{ kind: 'whatsapp_user', value: 'DE.77' }] } },
  ])
  const nameless = callFromMarina({ from: undefined })
  expect(read({ contacts: [marina], calls: [nameless] })).toMatchObject([{ person: { name: 'Marina Falk' } }])
})

test('a call of nobody is kept as a notice, and one that cannot be told apart is put aside', () => {
  expect(read({ calls: [callFromMarina({ from: undefined })] })).toMatchObject([
    { type: 'channel-notice', topic: 'calls', account: bakery },
  ])
  expect(read({ calls: [callFromMarina({ id: undefined }), callFromMarina({ event: 4 })] })).toMatchObject([
    { type: 'unreadable' },
    { type: 'unreadable' },
  ])
})

test('an event of next year is a call as well, with a name that an index can hold', () => {
  const [item] = read({ calls: [callFromMarina({ event: `hold_${'x'.repeat(400)}` })] })
  expect(item).toMatchObject({ kind: 'call' })
  expect(item && 'externalId' in item && item.externalId.length).toBeLessThan(60)
})
