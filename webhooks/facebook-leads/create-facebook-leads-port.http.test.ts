import { describe, expect, test } from 'vitest'
import type { UsedAccount } from '#core/channels/channel-port.ts'
import { gather } from '../testing/gather.ts'
import { answerWith, hang, openStubApi, reset, type StubAnswer } from '../testing/open-stub-api.ts'
import { createFacebookLeadsPort } from './create-facebook-leads-port.ts'

const account: UsedAccount = { externalId: '100000000000555', token: 'EAAG-harbour', settings: {} }
const lead = {
  id: '777',
  created_time: '2026-11-19T08:13:20+0000',
  form_id: '55',
  ad_id: '66',
  ad_name: 'Wedding cakes',
  adset_id: '67',
  campaign_id: '68',
  campaign_name: 'Summer',
  is_organic: false,
  platform: 'ig',
  field_data: [
    { name: 'full_name', values: ['Marina Falk'] },
    { name: 'phone_number', values: ['+49 151 12345678'] },
    { name: 'email', values: ['Marina@Harbour.example'] },
    { name: 'which_cakes?', values: ['walnut', 'lemon'] },
    { name: 'remarks', values: [] },
  ],
}

async function open(...answers: StubAnswer[]) {
  let next = 0
  const api = await openStubApi((request, response) =>
    answers[Math.min(next++, answers.length - 1)]?.(request, response),
  )
  const meta = { root: api.root, version: 'v26.0' }
  const other = { root: 'http://127.0.0.1:9' }
  return {
    port: createFacebookLeadsPort({ meta, telegram: other, linkedin: other, timeoutMs: 200 }),
    calls: api.calls,
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  }
}

const json = (value: unknown) => answerWith(200, JSON.stringify(value))
const refusal = (code: number, subcode?: number) =>
  answerWith(400, JSON.stringify({ error: { code, error_subcode: subcode, message: 'so it is' } }))

describe('one lead', () => {
  const request = (createdTime: string, externalId = '777') => ({
    externalId,
    data: { formId: '55', createdTime },
  })
  const old = request('2026-01-01T00:00:00.000Z')
  const ask = async (answer: StubAnswer, asked = old) => {
    await using api = await open(answer)
    return { asked: await api.port.fetchLead?.(account, asked), calls: api.calls }
  }

  test('is a form with every answer, and the person as he called himself', async () => {
    const { asked, calls } = await ask(json(lead))
    expect(calls[0]?.path).toMatch(/^\/v26\.0\/777\?fields=id%2Ccreated_time%2C.*field_data/)
    expect(asked).toEqual({
      outcome: 'found',
      value: {
        type: 'message',
        network: 'facebook_leads',
        account: account.externalId,
        externalId: '777',
        kind: 'form',
        sentAt: new Date('2026-11-19T08:13:20Z'),
        person: {
          name: 'Marina Falk',
          identities: [
            { kind: 'phone', value: '+4915112345678', claimed: true },
            { kind: 'email', value: 'marina@harbour.example', claimed: true },
          ],
        },
        attachments: [],
        referral: {
          sourceType: 'form',
          sourceId: '55',
          formId: '55',
          adId: '66',
          adName: 'Wedding cakes',
          adsetId: '67',
          campaignId: '68',
          campaignName: 'Summer',
        },
        data: {
          answers: {
            full_name: 'Marina Falk',
            phone_number: '+49 151 12345678',
            email: 'Marina@Harbour.example',
            'which_cakes?': 'walnut, lemon',
            remarks: '',
          },
          platform: 'ig',
        },
      },
    })
  })

  test('that Meta does not know yet is asked for again, and given up after an hour', async () => {
    const fresh = request(new Date(Date.now() - 600_000).toISOString())
    expect((await ask(refusal(100, 33), fresh)).asked).toMatchObject({ outcome: 'later', afterMs: 60_000 })
    expect((await ask(refusal(100, 33))).asked).toMatchObject({ outcome: 'gone' })
  })

  test.each([
    ['a dead token', 190],
    ['access taken away in the Lead Access Manager', 103],
    ['a missing permission', 200],
  ])('%s stops the channel and keeps the lead', async (_name, code) => {
    expect((await ask(refusal(code))).asked).toMatchObject({ outcome: 'channel-stopped' })
  })

  test.each<[string, StubAnswer]>([
    ['too many calls', refusal(80005)],
    ['a wrong parameter', refusal(100)],
    ['an error that nobody has heard of', refusal(987_654)],
    ['a page of a proxy', answerWith(404, '<html>')],
    ['a reset', reset],
    ['silence', hang],
  ])('%s never gives a lead up', async (_name, answer) => {
    expect((await ask(answer)).asked).toMatchObject({ outcome: 'later' })
  })

  test("of Meta's testing tool says so, and one without phone and e-mail is a lead all the same", async () => {
    const dummy = {
      ...lead,
      field_data: [{ name: 'full_name', values: ['<test lead: dummy data for full_name>'] }],
    }
    expect((await ask(json(dummy))).asked).toMatchObject({
      value: { data: { test: true }, person: { identities: [{ kind: 'submission', value: '777' }] } },
    })
  })

  test('cannot hurt with what is in it', async () => {
    const hostile = {
      ...lead,
      created_time: 'noon',
      field_data: [
        { name: '__proto__', values: ['x\u0000', { a: 1 }] },
        null,
        { values: 'none' },
        { name: 'full_name' },
      ],
    }
    const { asked } = await ask(json(hostile))
    expect(asked).toMatchObject({ outcome: 'found', value: { data: { unreadableTime: 'noon' } } })
    expect(JSON.stringify(asked)).toContain('"__proto__":"x, {\\"a\\":1}"')
  })
})

describe('all leads since a moment', () => {
  const since = new Date('2026-11-18T00:00:00Z')
  const at = (id: string, created_time: string) => ({ ...lead, id, created_time })

  test('come from each form and each page of it', async () => {
    const more = { cursors: { after: 'NEXT' }, next: 'https://graph.example/next' }
    await using api = await open(
      json({ data: [{ id: '55', name: 'Wedding' }, { id: '56' }] }),
      json({ data: [at('3', '2026-11-19T12:00:00+0000')], paging: more }),
      json({ data: [at('1', '2026-11-19T10:00:00+0000')], paging: { cursors: { after: 'END' } } }),
      json({ data: [at('2', '2026-11-19T11:00:00+0000')] }),
    )
    const listed = await gather(api.port.listLeads?.(account, since))
    expect(listed).toMatchObject({
      outcome: 'found',
      value: [
        { externalId: '3', referral: { formName: 'Wedding' } },
        { externalId: '1', referral: { formName: 'Wedding' } },
        { externalId: '2' },
      ],
    })
    const paths = api.calls.map(({ path }) => decodeURIComponent(path))
    expect(paths[0]).toContain(`/v26.0/${account.externalId}/leadgen_forms?fields=id,name`)
    expect(paths[1]).toContain(`"operator":"GREATER_THAN","value":${since.getTime() / 1000 - 1}`)
    expect(paths[2]).toContain('after=NEXT')
    expect(paths).toHaveLength(4)
  })

  test('are no half list: one answer that is missing asks for all of them again', async () => {
    await using api = await open(
      json({ data: [{ id: '55' }, { id: '56' }] }),
      json({ data: [lead] }),
      refusal(80005),
    )
    expect(await gather(api.port.listLeads?.(account, since))).toMatchObject({ outcome: 'later' })
  })

  test('end although a cursor leads in a circle', async () => {
    const circle = { cursors: { after: 'A' }, next: 'https://graph.example/next' }
    await using api = await open(json({ data: [{ id: '55' }] }), json({ data: [lead], paging: circle }))
    expect(await gather(api.port.listLeads?.(account, since))).toMatchObject({ outcome: 'found' })
    expect(api.calls.length).toBeLessThan(5)
  })
})

test('a Page that does not tell us of leads is made to', async () => {
  await using api = await open(
    json({ id: account.externalId, name: 'Harbour Bakery' }),
    refusal(100),
    json({ data: [{ id: '77', subscribed_fields: ['messages'] }] }),
    json({ success: true }),
  )
  expect(await api.port.check?.(account)).toMatchObject({ value: { subscription: 'mended' } })
  expect(api.calls.at(-1)?.body).toBe('{"subscribed_fields":"messages,leadgen"}')
})
