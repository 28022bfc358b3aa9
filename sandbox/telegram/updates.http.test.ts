import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Hook, openHook, openStand, type Stand } from './testing/open-stand.ts'

let stand: Stand
let hook: Hook
beforeEach(async () => {
  stand = await openStand({ webhookRetryMs: [0, 40, 80], pressWaitMs: 2_000 })
  hook = await openHook()
})
afterEach(async () => {
  await stand.close()
  await hook.close()
})

const texts = () => hook.received.map(({ body }) => (body.message as { text?: string } | undefined)?.text)

describe('getUpdates', () => {
  it('gives a message with its command marked, in the shape of the Bot API', async () => {
    await stand.write('/start ad_42')
    const [update] = await stand.updates()
    expect(update?.message).toMatchObject({
      from: { id: stand.ana, is_bot: false, first_name: 'Ana', username: 'ana', language_code: 'fr' },
      chat: { id: stand.ana, type: 'private', first_name: 'Ana' },
      text: '/start ad_42',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(await stand.updates()).toEqual([])
  })

  it('never gives a bot what it said itself', async () => {
    await stand.write('/start')
    await stand.updates()
    await stand.api('sendMessage', { chat_id: stand.ana, text: 'me' })
    expect(await stand.updates()).toEqual([])
  })

  it('waits for an update that is yet to come', async () => {
    const polled = stand.api('getUpdates', { timeout: 5 })
    await new Promise((resolve) => setTimeout(resolve, 30))
    await stand.write('late')
    expect(((await polled).result as unknown as unknown[]).length).toBe(1)
  })

  it('gives the same updates again until an offset confirms them', async () => {
    await stand.write('a')
    const first = await stand.api('getUpdates')
    expect(await stand.api('getUpdates')).toEqual(first)
  })

  it('is refused while a webhook is set, and to the first of two pollers', async () => {
    const first = stand.api('getUpdates', { timeout: 5 })
    await new Promise((resolve) => setTimeout(resolve, 30))
    const second = stand.api('getUpdates', { timeout: 1 })
    expect((await first).description).toBe(
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    await second
    await stand.api('setWebhook', { url: hook.url })
    expect(await stand.api('getUpdates')).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
  })

  it('leaves reactions out unless they are asked for', async () => {
    const { id } = await stand.write('a')
    const react = (emoji: string) =>
      stand.control('POST', `/staff/${stand.ana}/chats/bot:desk_bot/reactions`, { messageId: id, emoji })
    await react('👍')
    expect(await stand.updates()).toHaveLength(1)
    await stand.api('getUpdates', { allowed_updates: ['message', 'message_reaction'] })
    await react('')
    const [update] = await stand.updates()
    expect(update?.message_reaction).toMatchObject({
      old_reaction: [{ type: 'emoji', emoji: '👍' }],
      new_reaction: [],
    })
  })
})

describe('a webhook', () => {
  it('gets its secret and the updates of a chat one after another', async () => {
    await stand.api('setWebhook', { url: hook.url, secret_token: 'a_secret-1' })
    hook.answers.push({ status: 200, afterMs: 60 })
    await stand.write('1')
    await stand.write('2')
    await vi.waitFor(() => expect(texts()).toEqual(['1', '2']))
    const [first, second] = hook.received
    expect(first?.headers['x-telegram-bot-api-secret-token']).toBe('a_secret-1')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(55)
  })

  it('is tried again after a failure, before anything later of that chat', async () => {
    await stand.api('setWebhook', { url: hook.url })
    hook.answers.push({ status: 500 }, { status: 503 })
    await stand.write('1')
    await stand.write('2')
    await vi.waitFor(() => expect(texts()).toEqual(['1', '1', '1', '2']))
    const info = await stand.api('getWebhookInfo')
    expect(info.result.last_error_message).toBe('Wrong response from the webhook: 503 Service Unavailable')
  })

  it('is not called before its Retry-After is over', async () => {
    await stand.api('setWebhook', { url: hook.url })
    hook.answers.push({ status: 429, headers: { 'retry-after': '1' } })
    await stand.write('1')
    await vi.waitFor(() => expect(hook.received).toHaveLength(2), { timeout: 3_000 })
    expect((hook.received[1]?.at ?? 0) - (hook.received[0]?.at ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('gets a button press while a message of the same chat still hangs', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'Take', callback_data: 'take:1' }]] }
    await stand.write('/start')
    const card = await stand.api('sendMessage', { chat_id: stand.ana, text: 'Lead', reply_markup: keyboard })
    await stand.api('setWebhook', { url: hook.url, drop_pending_updates: true })
    hook.answers.push({ status: 200, afterMs: 400 })
    await stand.write('slow')
    await vi.waitFor(() => expect(hook.received).toHaveLength(1))
    const pressed = stand.control('POST', `/staff/${stand.ana}/chats/bot:desk_bot/callback`, {
      messageId: card.result.message_id,
      data: 'take:1',
    })
    await vi.waitFor(() => expect(hook.received).toHaveLength(2), { timeout: 300 })
    const query = hook.received[1]?.body.callback_query as { id: string }
    const answer = { callback_query_id: query.id, text: 'Taken', show_alert: true }
    expect((await stand.api('answerCallbackQuery', answer)).ok).toBe(true)
    expect((await pressed).body).toEqual({ answered: true, text: 'Taken', showAlert: true })
    expect((await stand.api('answerCallbackQuery', answer)).description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  it('may answer with a method, which is carried out', async () => {
    await stand.api('setWebhook', { url: hook.url })
    hook.answers.push({ status: 200, body: { method: 'sendMessage', chat_id: stand.ana, text: 'by answer' } })
    await stand.write('1')
    await vi.waitFor(async () =>
      expect(JSON.stringify((await stand.control('GET', '/staff')).body)).toContain('by answer'),
    )
  })

  it.each([
    [{ url: 'http://example.com/hook' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://example.com:9000/hook' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [{ url: 'https://example.com/', secret_token: 'ä' }, 'secret token contains unallowed characters'],
    [{ url: 'https://example.com/', secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('is refused when Telegram would refuse it: %o', async (params, description) => {
    expect((await stand.api('setWebhook', params)).description).toBe(`Bad Request: ${description}`)
  })

  it('suffers the faults that are ordered for it', async () => {
    await stand.api('setWebhook', { url: hook.url })
    const fault = (kind: string, more = {}) =>
      stand.control('POST', '/faults', { target: 'telegram-webhook', kind, times: 1, ...more })
    await fault('drop')
    await stand.write('dropped')
    await fault('duplicate', { copies: 3 })
    await stand.write('thrice')
    await vi.waitFor(() => expect(texts()).toEqual(['thrice', 'thrice', 'thrice']))
    await fault('accept-then-reset')
    await stand.write('again')
    await vi.waitFor(() => expect(texts().slice(3)).toEqual(['again', 'again']))
    await fault('disorder', { times: 2, delayMs: 60 })
    await stand.write('x')
    await stand.write('y')
    await stand.write('z')
    await vi.waitFor(() => expect(texts().slice(5)).toEqual(['z', 'y', 'x']))
  })

  it('loses what grew too old while nobody answered', async () => {
    await stand.close()
    stand = await openStand({ webhookRetryMs: [80], updateExpiryMs: 50 })
    await stand.api('setWebhook', { url: hook.url })
    hook.answers.push({ status: 500 })
    await stand.write('old')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(hook.received).toHaveLength(1)
    expect((await stand.api('getWebhookInfo')).result.pending_update_count).toBe(0)
  })
})

describe('faults of the Bot API', () => {
  const order = (kind: string, more = {}) =>
    stand.control('POST', '/faults', { target: 'telegram', method: 'sendMessage', kind, times: 1, ...more })
  const send = () => stand.api('sendMessage', { chat_id: stand.ana, text: 'a' })
  const count = async () => {
    const [ana] = (await stand.control('GET', '/staff')).body as unknown as {
      chats: { messages: unknown[] }[]
    }[]
    return ana?.chats[0]?.messages.length
  }

  it('refuse without sending, or send without answering', async () => {
    await stand.write('/start')
    await order('http-429', { retryAfterSeconds: 7 })
    expect((await send()).parameters).toEqual({ retry_after: 7 })
    await order('http-500')
    expect((await send()).error_code).toBe(500)
    await order('http-502-html')
    await expect(send()).rejects.toThrow()
    await order('error', { status: 418, body: { ok: false, description: 'teapot' } })
    expect((await send()).description).toBe('teapot')
    await order('hang', { delayMs: 30 })
    await expect(send()).rejects.toThrow()
    expect(await count()).toBe(1)
    await order('accept-then-reset')
    await expect(send()).rejects.toThrow()
    expect(await count()).toBe(2)
    expect((await send()).ok).toBe(true)
  })
})
