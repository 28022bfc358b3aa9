import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSandbox, type Sandbox } from '../open-sandbox.ts'

interface Received {
  path: string
  headers: Record<string, unknown>
  body: string
}

const company = { clientSecret: 'company-secret', organizationId: '500000009', accessToken: 'company-token' }

let sandbox: Sandbox
let receiver: Server
let appUrl: string
let received: Received[]
let answerWith: number[]
let knowsSecret: boolean

beforeEach(async () => {
  received = []
  answerWith = []
  knowsSecret = true
  receiver = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://receiver')
    const challengeCode = asked.searchParams.get('challengeCode')
    if (challengeCode !== null) {
      const secret = knowsSecret ? company.clientSecret : 'guessed'
      const challengeResponse = createHmac('sha256', secret).update(challengeCode).digest('hex')
      response.end(JSON.stringify({ challengeCode, challengeResponse }))
      return
    }
    let body = ''
    for await (const part of request) body += part
    received.push({ path: asked.pathname, headers: request.headers, body })
    response.writeHead(answerWith.shift() ?? 200).end('{}')
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  appUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  sandbox = await openSandbox()
  await control('PUT', '/settings', { appUrl, googleKey: 'the-key', formsToken: 'the-token' })
})
afterEach(async () => {
  await sandbox.close()
  receiver.closeAllConnections()
  receiver.close()
})

async function control(method: string, path: string, body?: unknown) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`${sandbox.url}/playground/api/leads${path}`, { method, ...sent })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}
const posted = (at = 0) => JSON.parse(received[at]?.body ?? '{}') as Record<string, unknown>

describe('Google Ads', () => {
  it('posts the lead with its key, by column ids and with ids larger than a number holds', async () => {
    await control('POST', '/google', { fields: { FULL_NAME: 'Ada', budget_question: '10k' } })
    expect(received[0]?.path).toBe('/webhooks/google-ads')
    expect(posted()).toMatchObject({
      google_key: 'the-key',
      is_test: false,
      user_column_data: [{ column_id: 'FULL_NAME', string_value: 'Ada' }, { column_id: 'budget_question' }],
    })
    expect(received[0]?.body).toMatch(/"form_id":9\d{17},/)
  })

  it('spells the key with a capital in a test, and the key never stands in the call log', async () => {
    await control('POST', '/google', { isTest: true })
    expect(posted()).toMatchObject({ Google_key: 'the-key', is_test: true, form_id: 0 })
    expect(JSON.stringify(sandbox.kernel.calls())).not.toContain('the-key')
  })

  it('asks again after a failure of ours, and never after a refusal', async () => {
    answerWith = [500]
    expect((await control('POST', '/google', {})).json.statuses).toEqual([500])
    await pause(1200)
    expect(received).toHaveLength(2)
    expect(received[1]?.body).toBe(received[0]?.body)
    answerWith = [403]
    await control('POST', '/google', {})
    await pause(1200)
    expect(received).toHaveLength(3)
  })
})

describe('LinkedIn', () => {
  const register = () =>
    control('PUT', '/linkedin/app', { ...company, webhookUrl: `${appUrl}/webhooks/linkedin` })
  const headers = {
    authorization: `Bearer ${company.accessToken}`,
    'linkedin-version': '202609',
    'x-restli-protocol-version': '2.0.0',
  }
  const rest = async (path: string, changed: Record<string, string> = {}) => {
    const answer = await fetch(`${sandbox.url}/linkedin/rest${path}`, { headers: { ...headers, ...changed } })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }

  it('registers only who knows the secret, and stops telling after three failed challenges', async () => {
    knowsSecret = false
    expect((await register()).status).toBe(422)
    expect((await control('POST', '/linkedin', {})).status).toBe(409)
    knowsSecret = true
    expect((await register()).status).toBe(200)
    knowsSecret = false
    for (let tried = 0; tried < 3; tried += 1) await control('POST', '/linkedin/challenge')
    await control('POST', '/linkedin', {})
    expect(received).toHaveLength(0)
    knowsSecret = true
    await control('POST', '/linkedin/challenge')
    await control('POST', '/linkedin', {})
    expect(received).toHaveLength(1)
  })

  it('tells the URN of a lead, signed over its own words and the body, and gives lead and form to who has the token', async () => {
    await register()
    const { json } = await control('POST', '/linkedin', {
      answers: { firstName: 'Ada', email: 'ada@example.com' },
    })
    const { id } = json.lead as { id: string }
    const body = received[0]?.body ?? ''
    expect(posted()).toMatchObject({
      type: 'LEAD_ACTION',
      leadAction: 'CREATED',
      leadGenFormResponse: `urn:li:leadGenFormResponse:${id}`,
    })
    expect(body).not.toContain('Ada')
    const wanted = createHmac('sha256', company.clientSecret).update(`hmacsha256=${body}`).digest('hex')
    expect(received[0]?.headers['x-li-signature']).toBe(wanted)
    const lead = (await rest(`/leadFormResponses/${id}`)).json
    expect(lead).toMatchObject({
      owner: { organization: `urn:li:organization:${company.organizationId}` },
      formResponse: {
        answers: [
          { questionId: 1, answerDetails: { textQuestionAnswer: { answer: 'Ada' } } },
          { questionId: 3 },
        ],
      },
    })
    const form = (await rest('/leadForms/3162')).json as {
      content: { questions: { questionId: number; predefinedField: string }[] }
    }
    expect(form.content.questions[0]).toMatchObject({ questionId: 1, predefinedField: 'FIRST_NAME' })
    await control('DELETE', `/linkedin/${id}`)
    expect(posted(1)).toMatchObject({ leadAction: 'DELETED' })
    expect((await rest(`/leadFormResponses/${id}`)).status).toBe(404)
  })

  it('shows and makes the subscription, once the new address has met the challenge', async () => {
    await register()
    const owner = encodeURIComponent(`(value:(organization:urn:li:organization:${company.organizationId}))`)
    const shown = async () =>
      (await rest(`/leadNotifications?q=criteria&owner=${owner}&leadType=COMPANY`)).json
    const subscribe = (webhook: string) =>
      fetch(`${sandbox.url}/linkedin/rest/leadNotifications`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ webhook, leadType: 'COMPANY' }),
      })
    expect((await subscribe('http://127.0.0.1:9/nobody')).status).toBe(400)
    expect(await shown()).toMatchObject({ elements: [{ webhook: `${appUrl}/webhooks/linkedin` }] })
    expect((await subscribe(`${appUrl}/elsewhere`)).status).toBe(201)
    expect(await shown()).toMatchObject({ elements: [{ webhook: `${appUrl}/elsewhere` }] })
  })

  it('refuses calls without token, version or protocol, and finds leads by owner and time', async () => {
    await register()
    expect((await rest('/leadForms/3162', { authorization: 'Bearer x' })).status).toBe(401)
    expect((await rest('/leadForms/3162', { 'linkedin-version': '' })).status).toBe(426)
    expect((await rest('/leadForms/3162', { 'linkedin-version': '201901' })).status).toBe(426)
    expect((await rest('/leadForms/3162', { 'x-restli-protocol-version': '1.0.0' })).status).toBe(400)
    for (const submittedAt of [1000, 2000, 3000])
      await control('POST', '/linkedin', { submittedAt, tell: false })
    const owner = encodeURIComponent(`(organization:urn:li:organization:${company.organizationId})`)
    const query = `q=owner&owner=${owner}&leadType=(leadType:COMPANY)&submittedAtTimeRange=(start:1500,end:9000)`
    const { json } = await rest(`/leadFormResponses?${query}&count=1`)
    expect(json).toMatchObject({ elements: [{ submittedAt: 3000 }], paging: { total: 2 } })
  })
})

describe('a website and other tools', () => {
  it('serves a page whose form posts to the product, with an id for this one submission', async () => {
    const text = await (await fetch(`${sandbox.url}/website/?utm_campaign=%22%3E%3Cb%3E`)).text()
    expect(text).toContain(`action="${appUrl}/webhooks/forms/the-token"`)
    expect(text).toMatch(/name="_idempotency_key" value="[0-9a-f-]{36}"/)
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;"')
  })

  it('sends a form as a browser would, or as JSON, twice with the same id when somebody pressed twice', async () => {
    await control('POST', '/website', { fields: { name: 'Ada & Co', email: 'ada@example.com' }, copies: 2 })
    expect(received.map(({ path }) => path)).toEqual([
      '/webhooks/forms/the-token',
      '/webhooks/forms/the-token',
    ])
    const forms = received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
    expect(forms[0]).toMatchObject({ name: 'Ada & Co', _idempotency_key: forms[1]?._idempotency_key })
    expect(received[0]?.headers).not.toHaveProperty('origin')
    await control('POST', '/website', { as: 'json', fields: { name: 'Ada' }, origin: 'https://shop.example' })
    expect(posted(2)).toMatchObject({ name: 'Ada' })
    expect(received[2]?.headers.origin).toBe('https://shop.example')
  })

  it('posts any JSON as it is', async () => {
    const body = { Name: '', 'Phone Number': 919876543210, nothing: null, plans: ['B'] }
    expect((await control('POST', '/json', { body })).json).toEqual({ statuses: [200] })
    expect(received[0]?.path).toBe('/webhooks/pabbly/the-token')
    expect(posted()).toEqual(body)
    expect((await control('POST', '/json', { body: 'text' })).status).toBe(400)
    expect((await control('POST', '/nothing', {})).status).toBe(404)
  })
})
