import { expect, test } from 'vitest'
import { createMessengerReader } from '../messenger/read-messenger.ts'

const read = createMessengerReader({ now: () => new Date('2026-11-20T10:00:00Z') })
const call = (changes: string, id = '"100000000000555"') =>
  read(Buffer.from(`{"object":"page","entry":[{"id":${id},"time":1795077000,"changes":[${changes}]}]}`))

test('each lead of a call is asked for, whatever its id is written as', () => {
  const items = call(`
    {"field":"leadgen","value":{"leadgen_id":12021999999999999123,"form_id":55,"ad_id":"66","created_time":1795076000}},
    {"field":"leadgen","value":{"leadgen_id":"77","form_id":"55","adgroup_id":44,"created_time":1795076001}}`)
  expect(items).toEqual([
    {
      type: 'fetch-request',
      network: 'facebook_leads',
      account: '100000000000555',
      what: 'lead',
      externalId: '12021999999999999123',
      data: { formId: '55', adId: '66', createdTime: '2026-11-19T08:13:20.000Z' },
      at: new Date(1795076000000),
    },
    expect.objectContaining({ externalId: '77', data: expect.objectContaining({ adgroupId: '44' }) }),
  ])
})

test("the dashboard's test is not asked for: there is no such lead", () => {
  const value = '{"leadgen_id":"444444444444","page_id":"444444444444"}'
  expect(call(`{"field":"leadgen","value":${value}}`, '"0"')).toMatchObject([
    { type: 'channel-notice', network: 'facebook_leads', topic: 'leadgen', data: { test: true } },
  ])
  expect(call(`{"field":"leadgen","value":${value}}`)).toMatchObject([{ data: { test: true } }])
})

test('a lead without an id is put aside alone', () => {
  expect(
    call('{"field":"leadgen","value":{"form_id":1}},{"field":"leadgen","value":{"leadgen_id":2}}'),
  ).toMatchObject([
    { type: 'unreadable', path: 'entry[0].changes[0]' },
    { type: 'fetch-request', externalId: '2' },
  ])
})
