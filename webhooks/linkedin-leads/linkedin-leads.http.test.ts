import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testChannelModule } from '../channel.contract.ts'
import { isRecord, type JsonRecord } from '../meta/loose-json.ts'
import { gather } from '../testing/gather.ts'
import { answerWith, openStubApi } from '../testing/open-stub-api.ts'
import { openWebhooks } from '../testing/open-webhooks.ts'
import { post } from '../testing/post.ts'
import { createLinkedinPort } from './create-linkedin-port.ts'
import { linkedinLeadsModule } from './linkedin-leads-module.ts'
import { createLinkedinReader } from './read-linkedin.ts'

const clientSecret = 'harbour-bakery-linkedin-secret'
const now = () => new Date('2026-11-20T10:00:00Z')
const sign = (body: string) => createHmac('sha256', clientSecret).update(`hmacsha256=${body}`).digest('hex')

const told = (changes: JsonRecord = {}): JsonRecord => ({
  type: 'LEAD_ACTION',
  leadGenFormResponse: 'urn:li:leadGenFormResponse:bakery-lead-1',
  leadGenForm: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:77,2)',
  owner: { organization: 'urn:li:organization:4242' },
  leadType: 'COMPANY',
  leadAction: 'CREATED',
  occurredAt: 1_795_077_000_000,
  ...changes,
})
const read = (call: JsonRecord) => createLinkedinReader({ now })(Buffer.from(JSON.stringify(call)))[0]

testChannelModule(linkedinLeadsModule, {
  onePerCall: true,
  callWith: ([item]) => (isRecord(item) ? item : { owner: item }),
  messages: [],
  calls: [
    told(),
    told({ leadAction: 'DELETED' }),
    told({ owner: { sponsoredAccount: 'urn:li:sponsoredAccount:9' } }),
    told({ type: 'SOMETHING_NEW' }),
    told({ leadGenFormResponse: 7 }),
    told({ owner: {} }),
  ],
  sending: [],
})

test('a notification asks for its lead, and a deleted lead is erased', () => {
  expect(read(told())).toMatchObject({
    type: 'fetch-request',
    account: 'organization:4242',
    externalId: 'bakery-lead-1',
    at: new Date(1_795_077_000_000),
  })
  expect(read(told({ leadAction: 'DELETED' }))).toMatchObject({
    type: 'erasure',
    externalId: 'bakery-lead-1',
  })
})

describe('the webhook', () => {
  test("answers LinkedIn's challenge with the right proof, and nothing else", async () => {
    await using desk = await openWebhooks({ linkedin: { clientSecret } })
    const code = '5d2c6f0e-3b1f-4a51-9b3e-1f6f0a9d7c11'
    const answer = await fetch(`${desk.url}/webhooks/linkedin?challengeCode=${code}`)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toEqual({
      challengeCode: code,
      challengeResponse: createHmac('sha256', clientSecret).update(code).digest('hex'),
    })
    for (const bad of ['', '?challengeCode=', '?challengeCode=%3Cscript%3E']) {
      expect((await fetch(`${desk.url}/webhooks/linkedin${bad}`)).status).toBe(400)
    }
  })

  test('keeps signed calls and turns others away', async () => {
    await using desk = await openWebhooks({ linkedin: { clientSecret } })
    const body = JSON.stringify(told())
    const send = (signature: string | undefined) =>
      post(
        `${desk.url}/webhooks/linkedin`,
        body,
        signature === undefined ? {} : { 'x-li-signature': signature },
      )
    expect((await send(sign(body))).status).toBe(200)
    expect((await send(`hmacsha256=${sign(body)}`)).status).toBe(200)
    for (const bad of [undefined, 'x', sign(`${body} `), sign(body).toUpperCase()]) {
      expect((await send(bad)).status).toBe(401)
    }
    expect(desk.kept.map(({ source }) => source)).toEqual(['linkedin_leads', 'linkedin_leads'])
  })

  test('is not opened with an empty secret', async () => {
    await expect(openWebhooks({ linkedin: { clientSecret: '' } })).rejects.toThrow('LINKEDIN_CLIENT_SECRET')
  })
})

const lead = {
  id: 'bakery-lead-1',
  leadType: 'COMPANY',
  owner: { organization: 'urn:li:organization:4242' },
  submitter: 'urn:li:person:abc',
  versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:77,2)',
  submittedAt: 1_795_077_000_000,
  formResponse: {
    answers: [
      { questionId: 1, answerDetails: { textQuestionAnswer: { answer: 'Ole' } } },
      { questionId: 2, answerDetails: { textQuestionAnswer: { answer: 'ole@example.org' } } },
      { questionId: 3, answerDetails: { multipleChoiceAnswer: { options: [2] } } },
      { questionId: 99, answerDetails: { textQuestionAnswer: { answer: 'of an older form' } } },
    ],
  },
}
const form = {
  id: 77,
  name: 'Wedding cakes',
  content: {
    questions: [
      { questionId: 1, predefinedField: 'FIRST_NAME', question: { localized: { en_US: 'First name' } } },
      { questionId: 2, predefinedField: 'EMAIL', question: { localized: { en_US: 'E-mail' } } },
      {
        questionId: 3,
        question: { localized: { en_US: 'How many guests?' } },
        questionDetails: {
          multipleChoiceQuestionDetails: { options: [{ id: 2, text: { localized: { en_US: 'Fifty' } } }] },
        },
      },
    ],
  },
}

describe('fetching a lead', () => {
  const account = { externalId: 'organization:4242', token: 'a-member-token', settings: {} }

  test('joins the answers with the questions of its form', async () => {
    await using api = await openStubApi((request, response) => {
      const body = request.url?.startsWith('/rest/leadForms/77') ? form : lead
      answerWith(200, JSON.stringify(body))(request, response)
    })
    const port = createLinkedinPort({ root: api.root, now })
    const asked = await port.fetchLead?.(account, { externalId: 'bakery-lead-1', data: {} })
    expect(asked).toMatchObject({
      outcome: 'found',
      value: {
        externalId: 'bakery-lead-1',
        person: {
          name: 'Ole',
          identities: [
            { kind: 'email', value: 'ole@example.org', claimed: true },
            { kind: 'linkedin_member', value: 'urn:li:person:abc' },
          ],
        },
        data: { answers: { 'How many guests?': 'Fifty', '#99': 'of an older form' } },
        referral: { formName: 'Wedding cakes' },
      },
    })
    expect(api.calls[0]?.headers['linkedin-version']).toMatch(/^\d{6}$/)
  })

  test.each([
    [404, 'gone'],
    [401, 'channel-stopped'],
    [429, 'later'],
    [503, 'later'],
  ])('an answer of %i ends as %s', async (status, outcome) => {
    await using api = await openStubApi(answerWith(status, '{"message":"no"}'))
    const port = createLinkedinPort({ root: api.root, now })
    const asked = await port.fetchLead?.(account, { externalId: 'x', data: {} })
    expect(asked?.outcome).toBe(outcome)
    expect(JSON.stringify(asked)).not.toContain(account.token)
  })

  test('a back-fill takes the leads of its own account only', async () => {
    await using api = await openStubApi((request, response) => {
      const url = request.url ?? ''
      const strange = { ...lead, id: 'other', owner: { organization: 'urn:li:organization:1' } }
      const elements = url.includes('leadType:COMPANY') ? [lead, strange] : []
      answerWith(200, JSON.stringify(url.includes('leadForms/') ? form : { elements }))(request, response)
    })
    const port = createLinkedinPort({ root: api.root, now })
    const asked = await gather(port.listLeads?.(account, new Date('2026-11-10T00:00:00Z')))
    expect(asked?.outcome === 'found' && asked.value.map(({ externalId }) => externalId)).toEqual([
      'bakery-lead-1',
    ])
  })

  test('a missing subscription is asked for again', async () => {
    await using api = await openStubApi((request, response) => {
      answerWith(request.method === 'POST' ? 201 : 200, '{"elements":[]}')(request, response)
    })
    const port = createLinkedinPort({
      root: api.root,
      webhookUrl: 'https://desk.example/webhooks/linkedin',
      now,
    })
    expect(await port.check?.(account)).toMatchObject({ value: { subscription: 'mended' } })
    expect(api.calls.at(-1)?.body).toContain('https://desk.example/webhooks/linkedin')
  })
})
