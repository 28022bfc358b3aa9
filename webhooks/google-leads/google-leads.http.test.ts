import { expect, test } from 'vitest'
import { accountOfSecret } from '#core/channels/account-of-secret.ts'
import { testChannelModule } from '../channel.contract.ts'
import { isRecord, type JsonRecord } from '../meta/loose-json.ts'
import { oneAccount } from '../testing/one-account.ts'
import { openWebhooks } from '../testing/open-webhooks.ts'
import { post } from '../testing/post.ts'
import { googleLeadsModule } from './google-leads-module.ts'
import { createGoogleLeadReader } from './read-google-lead.ts'

const key = 'harbour-bakery-google-key'
const now = () => new Date('2026-11-20T10:00:00Z')

const lead = (changes: JsonRecord = {}): JsonRecord => ({
  lead_id: 'lead-of-greta',
  user_column_data: [
    { column_id: 'FIRST_NAME', string_value: 'Greta', column_name: 'First Name' },
    { column_id: 'LAST_NAME', string_value: 'Holm' },
    { column_id: 'EMAIL', string_value: ' Greta@Example.org ' },
    { column_id: 'PHONE_NUMBER', string_value: '+45 20 12 34 56' },
    { column_id: 'cake_size', string_value: 'For twenty', column_name: 'How big a cake?' },
  ],
  api_version: '1.0',
  form_id: 40_000_000_001,
  campaign_id: 50_000_000_001,
  gcl_id: 'Cj0-greta',
  google_key: key,
  ...changes,
})

testChannelModule(googleLeadsModule, {
  onePerCall: true,
  callWith: ([item]) => (isRecord(item) ? item : { user_column_data: item }),
  messages: [
    lead(),
    lead({ lead_id: 'test', google_key: undefined, Google_key: key, is_test: true }),
    lead({ lead_id: 'bare', user_column_data: [] }),
    lead({ lead_id: 'odd', user_column_data: [null, { column_id: 'X' }, 7] }),
  ],
  externalIdOf: (message) => String(message.lead_id),
  calls: [{ google_key: key }],
  sending: [],
})

const read = (changes?: JsonRecord) =>
  createGoogleLeadReader({ now })(Buffer.from(JSON.stringify(lead(changes))))[0]

test('answers are found by column id, and shown under the words of the form', () => {
  expect(read()).toMatchObject({
    account: accountOfSecret('google_leads', key),
    person: {
      name: 'Greta Holm',
      identities: [
        { kind: 'phone', value: '+4520123456', claimed: true },
        { kind: 'email', value: 'greta@example.org', claimed: true },
      ],
    },
    data: { answers: { 'First Name': 'Greta', LAST_NAME: 'Holm', 'How big a cake?': 'For twenty' } },
    referral: { gclid: 'Cj0-greta', campaignId: '50000000001', formId: '40000000001' },
  })
})

test('ids beyond 2^53 keep their digits', () => {
  const body = JSON.stringify(lead()).replace('40000000001', '9223372036854775807')
  expect(createGoogleLeadReader({ now })(Buffer.from(body))[0]).toMatchObject({
    referral: { formId: '9223372036854775807' },
  })
})

test('somebody who left no way to reach him is a lead all the same', () => {
  expect(read({ user_column_data: [] })).toMatchObject({
    person: { identities: [{ kind: 'submission', value: 'lead-of-greta' }] },
  })
})

test.each(['google_key', 'Google_key'])(
  'a lead with our key as %s is kept, without the key',
  async (name) => {
    await using desk = await openWebhooks({ accounts: oneAccount('google_leads', key) })
    const body = JSON.stringify(lead({ google_key: undefined, [name]: key }))
    const answer = await post(`${desk.url}/webhooks/google-ads`, body, { 'content-type': 'application/json' })
    expect([answer.status, await answer.text()]).toEqual([200, '{}'])
    expect(desk.kept[0]?.body.toString()).not.toContain(key)
    expect(createGoogleLeadReader({ now })(desk.kept[0]?.body ?? Buffer.of())[0]).toMatchObject({
      type: 'message',
      account: accountOfSecret('google_leads', key),
    })
  },
)

test('a key that was escaped on its way is not kept in clear either', async () => {
  const odd = 'a+key/with=signs&more'
  await using desk = await openWebhooks({ accounts: oneAccount('google_leads', odd) })
  const body = JSON.stringify(lead({ google_key: 'KEY' })).replace(
    '"KEY"',
    '"a+key\\/with\\u003dsigns\\u0026more"',
  )
  expect((await post(`${desk.url}/webhooks/google-ads`, body, {})).status).toBe(200)
  const kept = desk.kept[0]?.body.toString() ?? ''
  expect(kept).not.toMatch(/a\+key|signs/)
  expect(createGoogleLeadReader({ now })(Buffer.from(kept))[0]).toMatchObject({
    account: accountOfSecret('google_leads', odd),
  })
})

test('a lead with another key is turned away for good, a trouble of ours is not', async () => {
  await using desk = await openWebhooks({ accounts: oneAccount('google_leads', key) })
  const send = (body: unknown) =>
    post(`${desk.url}/webhooks/google-ads`, JSON.stringify(body), { 'content-type': 'application/json' })
  expect((await send(lead({ google_key: 'guess' }))).status).toBe(403)
  expect((await send(lead({ google_key: undefined }))).status).toBe(403)
  expect((await send([])).status).toBe(400)
  expect(desk.kept).toEqual([])
  const away = { find: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })) }
  await using lame = await openWebhooks({ accounts: away })
  const answer = await post(`${lame.url}/webhooks/google-ads`, JSON.stringify(lead()), {})
  expect(answer.status).toBe(503)
})
