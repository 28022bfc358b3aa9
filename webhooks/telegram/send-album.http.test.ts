import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Albums, OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundFile } from '#core/channels/outbound-content.ts'
import { answerWith, openStubApi, type StubAnswer } from '../testing/open-stub-api.ts'
import { createTelegramPorts } from './create-telegram-port.ts'

const token = '7002:a-bot-token'
const account: UsedAccount = { externalId: '7002', token, settings: {} }
const accepted = JSON.stringify({
  ok: true,
  result: [78, 79, 80].map((message_id) => ({ message_id, chat: { id: 81001 } })),
})

const albumsOf = (network: string, root: string): Albums =>
  createTelegramPorts({ root }).find((port) => port.network === network)?.albums ?? expect.fail()

function part(name: string, more: Partial<OutboundFile & { caption: string; replyTo: string }> = {}) {
  const { caption, replyTo, ...file } = more
  const message: OutboundMessage = {
    id: name,
    content: {
      kind: 'file',
      file: {
        kind: 'image',
        mime: 'image/jpeg',
        fileName: `${name}.jpg`,
        size: name.length,
        open: async () => Readable.from([Buffer.from(name)]),
        link: () => '',
        ...file,
      },
      ...(caption ? { caption } : {}),
    },
    recipient: [{ kind: 'telegram_user', value: '81001' }],
    within: 'window',
    ...(replyTo ? { replyTo } : {}),
  }
  return message
}

async function send(
  answer: StubAnswer,
  messages: OutboundMessage[],
  { network = 'telegram', settings = {} }: { network?: string; settings?: Record<string, string> } = {},
) {
  await using api = await openStubApi(answer)
  const outcome = await albumsOf(network, api.root).send({ ...account, settings }, messages)
  const [call] = api.calls
  const form =
    call &&
    (await new Response(call.body, {
      headers: { 'content-type': call.headers['content-type'] ?? '' },
    }).formData())
  return { outcome, calls: api.calls, form }
}

test('an album is one media group: what stands in it, each with its words, and the message that it answers', async () => {
  const messages = [
    part('hall', { caption: 'Our hall', replyTo: '81001:11' }),
    part('film', { kind: 'video', mime: 'video/mp4' }),
    part('door', { caption: 'The door' }),
  ]
  const { outcome, calls, form } = await send(answerWith(200, accepted), messages)
  expect(outcome).toEqual({ outcome: 'sent', externalIds: ['81001:78', '81001:79', '81001:80'] })
  expect(calls.map(({ path }) => path)).toEqual([`/bot${token}/sendMediaGroup`])
  expect(form?.get('chat_id')).toBe('81001')
  expect(form?.has('business_connection_id')).toBe(false)
  expect(JSON.parse(String(form?.get('reply_parameters')))).toEqual({
    message_id: 11,
    allow_sending_without_reply: true,
  })
  const media = JSON.parse(String(form?.get('media'))) as { type: string; media: string; caption?: string }[]
  expect(media.map(({ type, caption }) => [type, caption])).toEqual([
    ['photo', 'Our hall'],
    ['video', undefined],
    ['photo', 'The door'],
  ])
  const bytes = media.map((item) => new Response(form?.get(item.media.replace('attach://', ''))).text())
  expect(await Promise.all(bytes)).toEqual(['hall', 'film', 'door'])
})

test('in the owner’s own account it goes through his connection, and not without his leave', async () => {
  const messages = [part('one'), part('two'), part('six')]
  const settings = { connectionId: 'c-1', canReply: 'true' }
  const network = 'telegram_business'
  const { form } = await send(answerWith(200, accepted), messages, { network, settings })
  expect(form?.get('business_connection_id')).toBe('c-1')
  const refused = await send(answerWith(200, accepted), messages, {
    network,
    settings: { ...settings, canReply: 'false' },
  })
  expect(refused.outcome).toMatchObject({ outcome: 'refused', failure: { code: 'no-right' } })
  expect(refused.calls).toEqual([])
})

test.each([
  ['Bad Request: IMAGE_PROCESS_FAILED', 400, 'not-as-one', 'telegram-400'],
  ["Bad Request: can't mix different media types in an album", 400, 'not-as-one', 'telegram-400'],
  ['Request Entity Too Large', 413, 'not-as-one', 'too-large'],
  ['Bad Request: chat not found', 400, 'refused', 'no-such-person'],
  ['Forbidden: bot was blocked by the user', 403, 'refused', 'blocked'],
  ['Bad Request: BUSINESS_PEER_USAGE_MISSING', 400, 'refused', 'window-closed'],
])('%s: the parts are tried apart only where that may help', async (description, status, outcome, code) => {
  const answer = answerWith(status, JSON.stringify({ ok: false, error_code: status, description }))
  expect((await send(answer, [part('one'), part('two')])).outcome).toMatchObject({
    outcome,
    failure: { code },
  })
})

test('too many messages wait as long as Telegram asks for', async () => {
  const body = { ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 7 } }
  const { outcome } = await send(answerWith(429, JSON.stringify(body)), [part('one'), part('two')])
  expect(outcome).toMatchObject({ outcome: 'refused-for-now', afterMs: 7_000 })
})

test('a file that cannot be read, is too large or may stand in no album leaves the others to go apart, without a call', async () => {
  const bad: [Parameters<typeof part>[1], string][] = [
    [{ open: () => Promise.reject(new Error('disk')) }, 'file-unread'],
    [{ size: 11 * 1024 * 1024 }, 'too-large'],
    [{ kind: 'sticker' }, 'not-here'],
  ]
  for (const [more, code] of bad) {
    const { outcome, calls } = await send(answerWith(200, accepted), [part('good'), part('bad', more)])
    expect(outcome).toMatchObject({ outcome: 'not-as-one', failure: { code } })
    expect(calls).toEqual([])
  }
})

test('an answer that names nothing leaves it in doubt, and a person without a chat is refused', async () => {
  const messages = [part('one'), part('two')]
  const { outcome } = await send(answerWith(200, '{"ok":true,"result":[]}'), messages)
  expect(outcome).toMatchObject({ outcome: 'unconfirmed', failure: { code: 'no-receipt' } })
  const lost = messages.map((message) => ({ ...message, recipient: [] }))
  expect((await send(answerWith(200, accepted), lost)).outcome).toMatchObject({
    outcome: 'refused',
    failure: { code: 'no-address' },
  })
})
