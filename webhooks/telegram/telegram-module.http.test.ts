import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundContent, OutboundFile } from '#core/channels/outbound-content.ts'
import { testChannelModule } from '../channel.contract.ts'
import type { SendingExamples } from '../testing/channel-examples.ts'
import { answerWith, openStubApi } from '../testing/open-stub-api.ts'
import { openWebhooks } from '../testing/open-webhooks.ts'
import { post } from '../testing/post.ts'
import { createTelegramPorts } from './create-telegram-port.ts'
import { customerUpdates } from './customer-update-call.ts'
import { customerWebhook } from './customer-webhook.ts'
import { businessMessageOf, connectionId, freja, keptCall, messageOf } from './example-updates.ts'
import { createTelegramReader } from './read-telegram.ts'
import { telegramModule } from './telegram-module.ts'

const file = (kind: OutboundFile['kind']): OutboundContent => ({
  kind: 'file',
  file: {
    kind,
    mime: 'application/octet-stream',
    fileName: `cake.${kind}`,
    size: 3,
    open: async () => Readable.from([Buffer.from('abc')]),
    link: () => 'https://desk.example/media/x',
  },
  caption: 'The cake',
})

const contents: OutboundContent[] = [
  file('image'),
  file('voice'),
  file('document'),
  { kind: 'reaction', target: '81001:11', emoji: '👍' },
  { kind: 'edit', target: '81001:11', body: 'better' },
  { kind: 'revoke', target: '81001:11' },
  { kind: 'location', latitude: 55.6, longitude: 12.5, name: 'The bakery' },
  { kind: 'buttons', body: 'How big?', buttons: [{ id: 's:20', title: 'For twenty' }] },
  { kind: 'list', body: 'Which?', button: 'See', sections: [{ rows: [{ id: 'r', title: 'Rye' }] }] },
]

const sending: Omit<SendingExamples, 'network' | 'account' | 'contents'> = {
  recipient: [{ kind: 'telegram_user', value: '81001' }],
  accepted: { body: '{"ok":true,"result":{"message_id":77,"chat":{"id":81001}}}', externalId: '81001:77' },
  acceptedAlbum: {
    body: '{"ok":true,"result":[{"message_id":78,"chat":{"id":81001}},{"message_id":79,"chat":{"id":81001}}]}',
    externalIds: ['81001:78', '81001:79'],
  },
  tokenRefused: { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' },
  rateLimited: {
    status: 429,
    body: '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}',
  },
}

testChannelModule(telegramModule, {
  onePerCall: true,
  callWith: ([item]) => keptCall({ message: item }),
  messages: [
    messageOf({ message_id: 1, text: 'Grüße 👋' }),
    messageOf({ message_id: 2, voice: { file_id: 'f' } }),
    messageOf({ message_id: 3, contact: { phone_number: '4520123456', user_id: freja.id } }),
    messageOf({ message_id: 4, location: { latitude: 1, longitude: 2 } }),
    messageOf({ message_id: 5, poll: { question: 'Rye or wheat?', options: [{ text: 'Rye' }] } }),
    messageOf({ message_id: 6, hologram: {} }),
  ],
  externalIdOf: (message) => `${freja.id}:${String(message.message_id)}`,
  calls: [
    keptCall({ business_message: businessMessageOf({ text: 'Hej' }) }),
    keptCall({ edited_message: messageOf({ text: 'x', edit_date: 1_795_077_001 }) }),
    keptCall({ something_new: { a: 1 } }),
    keptCall({ callback_query: { id: 'q', from: freja, data: 'd' } }),
  ],
  sending: [
    {
      network: 'telegram',
      account: { externalId: '7002', settings: {} },
      contents: [...contents, { kind: 'contact-request', body: 'Your number?' }],
      ...sending,
    },
    {
      network: 'telegram_business',
      account: { externalId: '90001', settings: { connectionId, canReply: 'true' } },
      contents,
      ...sending,
    },
  ],
})

const token = '7002:a-bot-token'
const account: UsedAccount = { externalId: '7002', token, settings: {} }
const webhook = { baseUrl: () => 'https://desk.example', secret: 'harbour-bakery-secret', mainBotId: '7002' }
const [botPort, businessPort] = ['telegram', 'telegram_business'].map(
  (network) => (root: string) =>
    createTelegramPorts({ root, webhook }).find((port) => port.network === network) ?? expect.fail(),
)

describe('the webhook of customers’ bots', () => {
  const body = JSON.stringify({ update_id: 5, message: messageOf({ text: 'Hej' }) })
  const send = (url: string, path: string, secret: string | undefined) =>
    post(`${url}/webhooks/telegram/customer${path}`, body, {
      ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    })

  test('takes what comes with the secret of its own bot', async () => {
    await using desk = await openWebhooks({ telegramCustomer: webhook })
    const other = customerWebhook(webhook, '7003').secretToken
    expect((await send(desk.url, '', webhook.secret)).status).toBe(200)
    expect((await send(desk.url, '/7003', other)).status).toBe(200)
    for (const [path, secret] of [
      ['', undefined],
      ['', other],
      ['/7003', webhook.secret],
      ['/7004', other],
    ] as const) {
      expect((await send(desk.url, path, secret)).status).toBe(401)
    }
    expect((await send(desk.url, '/nobody', webhook.secret)).status).toBe(404)
    const [first, second] = desk.kept.map(
      (call) => createTelegramReader({ now: () => new Date() })(call.body)[0],
    )
    expect(first).toMatchObject({ type: 'message', account: '7002', body: 'Hej' })
    expect(second).toMatchObject({ account: '7003' })
    expect(desk.kept[0]?.dedupeKey).not.toEqual(desk.kept[1]?.dedupeKey)
  })

  test('answers a pressed button in the same breath', async () => {
    await using desk = await openWebhooks({ telegramCustomer: webhook })
    const press = JSON.stringify({ update_id: 6, callback_query: { id: 'q9', from: freja, data: 'd' } })
    const answer = await post(`${desk.url}/webhooks/telegram/customer`, press, {
      'x-telegram-bot-api-secret-token': webhook.secret,
    })
    expect(await answer.json()).toEqual({ method: 'answerCallbackQuery', callback_query_id: 'q9' })
  })
})

describe('looking after a bot', () => {
  const results = (info: object) => (request: { url?: string | undefined }) =>
    request.url?.endsWith('/getMe')
      ? { id: 7002, first_name: 'Bakery', username: 'bakery_bot' }
      : request.url?.endsWith('/getWebhookInfo')
        ? info
        : true
  async function check(info: object) {
    await using api = await openStubApi((request, response) =>
      answerWith(200, JSON.stringify({ ok: true, result: results(info)(request) }))(request, response),
    )
    const asked = await botPort?.(api.root).check?.(account)
    return { asked, calls: api.calls }
  }

  test('finds that its updates come here', async () => {
    const info = { url: 'https://desk.example/webhooks/telegram/customer', allowed_updates: customerUpdates }
    const { asked, calls } = await check(info)
    expect(asked).toMatchObject({ outcome: 'found', value: { subscription: 'subscribed' } })
    expect(calls.map(({ path }) => path.split('/').at(-1))).toEqual(['getMe', 'getWebhookInfo'])
  })

  test.each([
    ['nowhere', { url: '' }],
    ['elsewhere', { url: 'https://old.example/', allowed_updates: customerUpdates }],
    ['without reactions', { url: 'https://desk.example/webhooks/telegram/customer' }],
  ])('has them delivered here when they go %s', async (_name, info) => {
    const { asked, calls } = await check(info)
    expect(asked).toMatchObject({ value: { subscription: 'mended' } })
    expect(JSON.parse(calls.at(-1)?.body ?? '')).toMatchObject({
      url: 'https://desk.example/webhooks/telegram/customer',
      secret_token: webhook.secret,
      allowed_updates: customerUpdates,
    })
  })

  test('tells that the token is dead', async () => {
    await using api = await openStubApi(answerWith(401, sending.tokenRefused.body))
    expect((await botPort?.(api.root).check?.(account))?.outcome).toBe('channel-stopped')
  })
})

describe('sending', () => {
  const message = {
    id: '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
    recipient: sending.recipient,
    within: 'window' as const,
  }

  test.each([
    ['Forbidden: bot was blocked by the user', 403, 'blocked'],
    ['Bad Request: chat not found', 400, 'no-such-person'],
    ['Bad Request: BUSINESS_PEER_USAGE_MISSING', 400, 'window-closed'],
  ])('%s is told in a word that staff can be told', async (description, status, code) => {
    await using api = await openStubApi(
      answerWith(status, JSON.stringify({ ok: false, error_code: status, description })),
    )
    const outcome = await botPort?.(api.root).send(account, {
      ...message,
      content: { kind: 'text', body: 'Hej' },
    })
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { code } })
  })

  test('answers in the owner’s own account go through his connection, and not without his leave', async () => {
    await using api = await openStubApi(answerWith(200, sending.accepted.body))
    const text = { ...message, content: { kind: 'text', body: 'Hej' } as const }
    const settings = { connectionId, canReply: 'true' }
    await businessPort?.(api.root).send({ ...account, settings }, text)
    expect(JSON.parse(api.calls[0]?.body ?? '')).toMatchObject({ business_connection_id: connectionId })
    const refused = await businessPort?.(api.root).send(
      { ...account, settings: { ...settings, canReply: 'false' } },
      text,
    )
    expect(refused).toMatchObject({ outcome: 'refused', failure: { code: 'no-right' } })
    expect(api.calls).toHaveLength(1)
  })

  test('an edited caption is edited as a caption', async () => {
    await using api = await openStubApi((request, response) => {
      const isText = request.url?.endsWith('/editMessageText')
      const refusal = {
        ok: false,
        error_code: 400,
        description: 'Bad Request: there is no text in the message to edit',
      }
      answerWith(isText ? 400 : 200, isText ? JSON.stringify(refusal) : sending.accepted.body)(
        request,
        response,
      )
    })
    const content = { kind: 'edit', target: '81001:11', body: 'better' } as const
    expect((await botPort?.(api.root).send(account, { ...message, content }))?.outcome).toBe('sent')
    expect(api.calls.map(({ path }) => path.split('/').at(-1))).toEqual([
      'editMessageText',
      'editMessageCaption',
    ])
  })

  test('a file is found by its id, and its address never leaves with an error', async () => {
    await using api = await openStubApi(
      answerWith(200, '{"ok":true,"result":{"file_id":"f","file_path":"photos/file 1.jpg"}}'),
    )
    const found = await botPort?.(api.root).fetchMedia?.(account, { kind: 'image', mediaId: 'f' })
    expect(found).toMatchObject({
      outcome: 'found',
      value: { url: `${api.root}/file/bot${token}/photos/file%201.jpg`, trustedOrigins: [api.root] },
    })
    await using big = await openStubApi(
      answerWith(400, '{"ok":false,"error_code":400,"description":"Bad Request: file is too big"}'),
    )
    const lost = await botPort?.(big.root).fetchMedia?.(account, { kind: 'image', mediaId: 'f' })
    expect(lost).toMatchObject({ outcome: 'gone', failure: { code: 'too-large' } })
    expect(JSON.stringify(lost)).not.toContain(token)
  })
})
