import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { GivenAccess } from '#core/channels/channel-port.ts'
import type { Network } from '#core/channels/inbound-item.ts'
import { openDirectBench, page } from '../sandbox/meta/direct/open-direct-bench.ts'
import { testApp } from '../sandbox/meta/open-test-bench.ts'
import { createPorts } from './index.ts'
import { openStubApi } from './testing/open-stub-api.ts'

type Answer = Record<string, unknown>

/** An API that knows some paths (begun by a key, the longest wins) and refuses all others as Meta does. */
const openApi = (answers: Record<string, Answer>, status = 200) =>
  openStubApi((request, response: ServerResponse) => {
    const path = request.url ?? ''
    const key = Object.keys(answers)
      .filter((one) => path.startsWith(one))
      .sort((a, b) => b.length - a.length)[0]
    const unknown = {
      error: { code: 100, message: 'Tried accessing nonexisting field', type: 'OAuthException' },
    }
    response.writeHead(key === undefined ? 400 : status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(key === undefined ? unknown : answers[key]))
  })

const webhook = { baseUrl: () => 'https://desk.example', secret: 's' }

async function identify(root: string, network: Network, given: Partial<GivenAccess>) {
  const ports = createPorts({
    meta: { root, version: 'v26.0' },
    telegram: { root, webhook, staffBotId: '7001' },
    linkedin: { root },
  })
  const port = ports.find((one) => one.network === network)
  const asked = await port?.identify?.({ token: 'EAAG1', settings: {}, ...given })
  if (!asked) throw new Error(`Accounts of ${network} are not connected by a token.`)
  return asked
}

describe('a WhatsApp token', () => {
  const numbers = {
    '/v26.0/77/phone_numbers': {
      data: [
        { id: '5001', display_phone_number: '+33 1 89 00 00 01', verified_name: 'Harbour Bakery' },
        { id: '5002', display_phone_number: '+33 1 89 00 00 02', code_verification_status: 'NOT_VERIFIED' },
      ],
    },
    '/v26.0/debug_token': { data: { scopes: ['whatsapp_business_messaging'], expires_at: 0 } },
  }

  it('opens the numbers of its account, with what is wrong with each; nothing is changed at Meta', async () => {
    await using api = await openApi(numbers)
    const asked = await identify(api.root, 'whatsapp', { settings: { businessAccountId: '77' } })
    const missing = { code: 'permission', detail: 'whatsapp_business_management' }
    expect(asked).toMatchObject({
      outcome: 'found',
      value: [
        {
          externalId: '5001',
          name: 'Harbour Bakery',
          settings: { businessAccountId: '77' },
          facts: { displayNumber: '+33 1 89 00 00 01' },
          warnings: [missing],
        },
        { externalId: '5002', warnings: [missing, { code: 'number-not-verified' }] },
      ],
    })
    expect(
      api.calls.every(({ body, headers }) => body === '' && headers.authorization === 'Bearer EAAG1'),
    ).toBe(true)
  })

  it('for one number opens that one only, and none of somebody else’s account', async () => {
    await using api = await openApi(numbers)
    const ask = (externalId: string) =>
      identify(api.root, 'whatsapp', { externalId, settings: { businessAccountId: '77' } })
    expect(await ask('5002')).toMatchObject({ value: [{ externalId: '5002' }] })
    expect(await ask('6001')).toEqual({ outcome: 'found', value: [] })
    expect(await identify(api.root, 'whatsapp', { settings: { businessAccountId: '88' } })).toMatchObject({
      outcome: 'gone',
      failure: { code: '100' },
    })
  })
})

describe('a token of another Meta app', () => {
  it('is told apart by the proof that its own app’s secret would make', async () => {
    const bench = await openDirectBench()
    try {
      const warningsWith = async (appSecret: string) => {
        const meta = { root: `${bench.url}/graph`, version: 'v26.0', appSecret }
        const ports = createPorts({ meta, telegram: { root: '' }, linkedin: { root: '' } })
        const port = ports.find(({ network }) => network === 'messenger')
        const asked = await port?.identify?.({ token: page.token, settings: {} })
        return asked?.outcome === 'found' ? asked.value.flatMap(({ warnings }) => warnings) : asked
      }
      expect(await warningsWith(testApp.appSecret)).toEqual([])
      expect(await warningsWith('secret-of-another-app')).toEqual([{ code: 'other-app' }])
    } finally {
      await bench.close()
    }
  })
})

describe('a token of Facebook', () => {
  const linked = { id: '3001', username: 'harbour.bakery', name: 'Harbour Bakery' }
  const pages = {
    '/v26.0/me/accounts': {
      data: [
        { id: '4001', name: 'Harbour Bakery', access_token: 'own-1', instagram_business_account: linked },
        { id: '4002', name: 'Not managed' },
      ],
    },
  }

  it('of a person opens his Pages, each with the Page’s own token', async () => {
    await using api = await openApi(pages)
    for (const network of ['messenger', 'facebook_leads'] as const) {
      expect(await identify(api.root, network, {})).toMatchObject({
        value: [{ externalId: '4001', name: 'Harbour Bakery', token: 'own-1', warnings: [] }],
      })
    }
  })

  it('of a Page opens that Page, and says which permission is missing', async () => {
    await using api = await openApi({
      '/v26.0/me?': { id: '4001', name: 'Harbour Bakery' },
      '/v26.0/debug_token': { data: { scopes: ['pages_messaging', 'pages_manage_metadata'] } },
    })
    expect(await identify(api.root, 'messenger', {})).toMatchObject({
      value: [{ externalId: '4001', token: 'EAAG1', warnings: [] }],
    })
    expect(await identify(api.root, 'facebook_leads', {})).toMatchObject({
      value: [{ warnings: [{ code: 'permission', detail: 'leads_retrieval' }] }],
    })
  })

  it('opens the Instagram accounts that are linked to its Pages', async () => {
    await using api = await openApi(pages)
    expect(await identify(api.root, 'instagram', {})).toMatchObject({
      value: [
        {
          externalId: '3001',
          token: 'own-1',
          settings: { login: 'facebook', pageId: '4001' },
          facts: { username: 'harbour.bakery' },
        },
      ],
    })
  })

  it('that Meta quotes when it refuses is in no failure', async () => {
    await using api = await openApi(
      { '/': { error: { code: 190, message: 'Malformed access token EAAG1' } } },
      400,
    )
    expect(await identify(api.root, 'messenger', {})).toEqual({
      outcome: 'channel-stopped',
      failure: { code: '190', title: 'Malformed access token …' },
    })
  })
})

describe('a token of Instagram', () => {
  it('opens its account under the id that webhooks name', async () => {
    const me = { id: 'of the app', user_id: '3001', username: 'harbour.bakery', account_type: 'BUSINESS' }
    await using api = await openApi({ '/v26.0/me?': me })
    expect(await identify(api.root, 'instagram', { token: 'IGQ1' })).toMatchObject({
      value: [{ externalId: '3001', name: 'harbour.bakery', settings: { login: 'instagram' } }],
    })
  })

  it('of a personal account says that it cannot be connected', async () => {
    await using api = await openApi({ '/v26.0/me?': { user_id: '3001', account_type: 'PERSONAL' } })
    expect(await identify(api.root, 'instagram', { token: 'IGQ1' })).toMatchObject({
      failure: { code: 'personal-account' },
    })
  })
})

describe('a token of a Telegram bot', () => {
  const token = '8001:ABC'
  const bot = (id: number, url = '') => ({
    [`/bot${token}/getMe`]: { ok: true, result: { id, first_name: 'Bakery', username: 'bakery_bot' } },
    [`/bot${token}/getWebhookInfo`]: { ok: true, result: { url } },
  })

  it('opens the bot; that it delivers elsewhere is said without the address, which may be a secret', async () => {
    await using api = await openApi(bot(8001, 'https://other.example/hook/secret'))
    expect(await identify(api.root, 'telegram', { token })).toMatchObject({
      value: [
        {
          externalId: '8001',
          name: 'Bakery',
          facts: { username: 'bakery_bot' },
          warnings: [{ code: 'delivers-elsewhere', detail: 'other.example' }],
        },
      ],
    })
    await using ours = await openApi(bot(8001, 'https://desk.example/webhooks/telegram/customer/8001'))
    expect(await identify(ours.root, 'telegram', { token })).toMatchObject({ value: [{ warnings: [] }] })
  })

  it('of the bot in which staff work is refused', async () => {
    await using api = await openApi(bot(7001))
    expect(await identify(api.root, 'telegram', { token })).toMatchObject({ failure: { code: 'staff-bot' } })
  })
})

describe('a token of LinkedIn', () => {
  it('opens the company page or ad account that was named, where LinkedIn shows its leads to it', async () => {
    await using api = await openApi({
      '/rest/leadNotifications': { elements: [] },
      '/rest/organizations/500': { localizedName: 'Harbour Bakery' },
    })
    expect(await identify(api.root, 'linkedin_leads', { externalId: 'organization:500' })).toMatchObject({
      value: [{ externalId: 'organization:500', name: 'Harbour Bakery' }],
    })
    expect(await identify(api.root, 'linkedin_leads', { externalId: 'sponsoredAccount:9' })).toMatchObject({
      value: [{ name: 'LinkedIn 9' }],
    })
    expect(await identify(api.root, 'linkedin_leads', { externalId: 'person:1' })).toMatchObject({
      failure: { code: 'no-account-id' },
    })
  })
})
