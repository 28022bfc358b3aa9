import { expect, test } from 'vitest'
import type { JsonRecord } from '../../meta/loose-json.ts'
import { bakery, callWith } from '../example-calls.ts'
import { createWhatsappReader } from './read-whatsapp.ts'

const now = new Date('2026-11-20T10:00:00Z')
const reader = createWhatsappReader({ now: () => now })

function readOne(changes: JsonRecord, beside: JsonRecord = {}) {
  const status = { id: 'wamid.OUT', status: 'sent', timestamp: '1795077000', ...changes }
  const items = reader(Buffer.from(JSON.stringify(callWith({ ...beside, statuses: [status] }))))
  expect(items).toHaveLength(1)
  return items[0]
}

test.each(['sent', 'delivered', 'read', 'played', 'failed'])('%s is a state of a message', (status) => {
  expect(readOne({ status, recipient_id: '4915112345678' })).toEqual({
    type: 'delivery-state',
    network: 'whatsapp',
    account: bakery,
    externalId: 'wamid.OUT',
    state: status,
    at: new Date('2026-11-19T08:30:00Z'),
    data: { recipient: { id: '4915112345678' } },
  })
})

test('our message id comes back; what other tools put there is kept', () => {
  const ours = '0199A3C2-7D10-7CC4-9A51-0B8D0C6F2E11'
  expect(readOne({ biz_opaque_callback_data: ours })).toMatchObject({ messageId: ours.toLowerCase() })
  const theirs = readOne({ biz_opaque_callback_data: 'campaign 7' })
  expect(theirs).not.toHaveProperty('messageId')
  expect(theirs).toMatchObject({ data: { callbackData: 'campaign 7' } })
})

test('a failure tells its code and reason', () => {
  const error = { code: 131047, title: 'Re-engagement message', error_data: { details: '24 hours are over' } }
  expect(readOne({ status: 'failed', errors: [error] })).toMatchObject({
    failure: { code: '131047', title: 'Re-engagement message', detail: '24 hours are over' },
  })
  const several = readOne({ status: 'failed', errors: [error, { code: 1, message: 'also' }] })
  expect(several).toMatchObject({ data: { errors: [{ code: '131047' }, { code: '1', title: 'also' }] } })
})

test('price and conversation are kept', () => {
  const pricing = { billable: true, category: 'service' }
  const conversation = { id: 'c', origin: { type: 'service' } }
  expect(readOne({ pricing, conversation })).toMatchObject({ data: { pricing, conversation } })
})

test.each(['recipient_parent_user_id', 'parent_recipient_user_id', 'parent_user_id'])(
  'a recipient without a phone number is kept, the parent id in %s too',
  (key) => {
    expect(readOne({ recipient_user_id: 'DE.1', [key]: 'DE.ENT.5' })).toMatchObject({
      data: { recipient: { userId: 'DE.1', parentUserId: 'DE.ENT.5' } },
    })
  },
)

test('a state in a group names the member', () => {
  const changes = {
    recipient_id: 'group-1',
    recipient_type: 'group',
    recipient_participant_id: '4915112345678',
    recipient_participant_user_id: 'DE.1',
  }
  expect(readOne(changes)).toMatchObject({
    data: {
      recipient: { id: 'group-1', type: 'group' },
      participant: { id: '4915112345678', userId: 'DE.1' },
    },
  })
})

test('its own contact is no news', () => {
  const contacts = [{ wa_id: '4915112345678', profile: { name: 'Marina' } }]
  readOne({ recipient_id: '4915112345678' }, { contacts })
})

test.each(['deleted', 'warning', 'RINGING'])(
  'a state that we do not know is kept as a notice: %s',
  (status) => {
    expect(readOne({ status })).toMatchObject({
      type: 'channel-notice',
      account: bakery,
      topic: `status.${status}`,
      data: { value: { id: 'wamid.OUT', status } },
    })
  },
)

test.each([{ id: undefined }, { id: '' }, { status: undefined }, { status: 4 }])(
  'a state of no message is put aside: %j',
  (changes) => {
    expect(readOne(changes)).toMatchObject({ type: 'unreadable' })
  },
)
