import type { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { OutboundMessage } from '#core/channels/channel-port.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { answerWith, hang, openStubApi, type StubAnswer } from '../../testing/open-stub-api.ts'
import { createWhatsappPort } from '../create-whatsapp-port.ts'
import { fileOf, templateOf } from './example-contents.ts'

const account = { externalId: '555000111', token: 'EAAG-harbour', settings: {} }
const message: OutboundMessage = {
  id: '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
  content: { kind: 'text', body: 'Your cake is ready: https://harbour.example' },
  recipient: [{ kind: 'phone', value: '+5541991234567', address: '554191234567' }],
  within: 'window',
}
const accepted = '{"messages":[{"id":"wamid.OUT"}]}'

interface Way {
  answer?: string
  /** How the upload of a file ends. */
  upload?: StubAnswer
  timeoutMs?: number
}

async function send(changes: Partial<OutboundMessage> = {}, way: Way = {}) {
  const { answer = accepted, upload = answerWith(200, '{"id":"31337"}'), timeoutMs = 2000 } = way
  await using api = await openStubApi((request, response) =>
    request.url?.endsWith('/media') ? upload(request, response) : answerWith(200, answer)(request, response),
  )
  const port = createWhatsappPort({ root: api.root, version: 'v26.0', timeoutMs })
  const outcome = await port.send(account, { ...message, ...changes })
  const sent = api.calls.find(({ path }) => path.endsWith('/messages'))
  return { outcome, calls: api.calls, sent: sent && JSON.parse(sent.body) }
}

const sendContent = (content: OutboundContent, way?: Way) => send({ content }, way)

describe('a reply', () => {
  test('goes to the number as WhatsApp writes it, with our id and without a preview', async () => {
    const { outcome, sent, calls } = await send({ replyTo: 'wamid.IN' })
    expect(outcome).toEqual({ outcome: 'sent', externalId: 'wamid.OUT' })
    expect(calls[0]?.path).toBe('/v26.0/555000111/messages')
    expect(sent).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '554191234567',
      context: { message_id: 'wamid.IN' },
      biz_opaque_callback_data: message.id,
      type: 'text',
      text: { body: 'Your cake is ready: https://harbour.example', preview_url: false },
    })
  })

  test('to a person without a phone number goes to his id', async () => {
    const { sent } = await send({
      recipient: [
        { kind: 'whatsapp_user', value: 'BR.4411' },
        { kind: 'whatsapp_parent_user', value: 'BR.ENT.9' },
        { kind: 'whatsapp_username', value: 'marina' },
      ],
    })
    expect(sent).toMatchObject({ recipient: 'BR.4411' })
    expect(sent).not.toHaveProperty('to')
    expect(sent).not.toHaveProperty('context')
  })

  test('to a number without an address of its own goes to its digits, beside the id', async () => {
    const recipient = [
      { kind: 'phone' as const, value: '+4915112345678' },
      { kind: 'whatsapp_user' as const, value: 'DE.7' },
    ]
    expect((await send({ recipient })).sent).toMatchObject({ to: '4915112345678', recipient: 'DE.7' })
  })

  test('tells by what names WhatsApp knows the person', async () => {
    const contacts = [{ input: '+554191234567', wa_id: '554191234567', user_id: 'BR.4411' }]
    const { outcome } = await send(
      {},
      { answer: JSON.stringify({ contacts, messages: [{ id: 'wamid.OUT' }] }) },
    )
    expect(outcome).toEqual({
      outcome: 'sent',
      externalId: 'wamid.OUT',
      recipient: [
        { kind: 'phone', value: '+5541991234567', address: '554191234567' },
        { kind: 'whatsapp_user', value: 'BR.4411' },
      ],
    })
  })

  test('to nobody, and one that is too long, is refused', async () => {
    const nobody = await send({ recipient: [{ kind: 'whatsapp_username', value: 'marina' }] })
    expect(nobody).toMatchObject({
      outcome: { outcome: 'refused', failure: { code: 'no-address' } },
      calls: [],
    })
    const text = (length: number) => sendContent({ kind: 'text', body: 'a'.repeat(length) })
    expect(await text(4097)).toMatchObject({
      outcome: { outcome: 'refused', failure: { code: 'too-long' } },
      calls: [],
    })
    expect((await text(4096)).outcome.outcome).toBe('sent')
  })

  test.each(['{}', '{"messages":[]}', '{"messages":[{}]}', '{"messages":"x"}'])(
    'that is accepted without a name is not taken for a sent one: %s',
    async (answer) => {
      expect((await send({}, { answer })).outcome.outcome).toBe('unconfirmed')
    },
  )
})

describe('a file', () => {
  test('is uploaded with its type and sent with its caption', async () => {
    const { outcome, calls, sent } = await sendContent({ kind: 'file', file: fileOf(), caption: 'Fresh' })
    expect(outcome.outcome).toBe('sent')
    expect(calls.map(({ path }) => path)).toEqual(['/v26.0/555000111/media', '/v26.0/555000111/messages'])
    expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer EAAG-harbour' })
    expect(calls[0]?.body).toMatch(/name="messaging_product"\r\n\r\nwhatsapp/)
    expect(calls[0]?.body).toMatch(/name="type"\r\n\r\nimage\/jpeg/)
    expect(calls[0]?.body).toMatch(/filename="rye.jpg"\r\nContent-Type: image\/jpeg\r\n\r\na loaf of rye/)
    expect(sent).toMatchObject({ type: 'image', image: { id: '31337', caption: 'Fresh' } })
  })

  test.each([
    ['video', 'video/mp4', 'video', {}],
    ['animation', 'video/mp4', 'video', {}],
    ['video_note', 'video/mp4', 'video', {}],
    ['audio', 'audio/mpeg', 'audio', {}],
    ['voice', 'audio/ogg', 'audio', { voice: true }],
    ['sticker', 'image/webp', 'sticker', {}],
    ['document', 'application/pdf', 'document', { filename: 'rye.jpg' }],
  ] as const)('of kind %s is sent as WhatsApp knows it', async (kind, mime, type, extra) => {
    const { sent } = await sendContent({ kind: 'file', file: fileOf({ kind, mime }) })
    expect(sent).toMatchObject({ type })
    expect(sent[type]).toEqual({ id: '31337', ...extra })
  })

  test('is told to Meta in Meta’s words', async () => {
    const upload = async (kind: 'voice' | 'document', mime: string) =>
      (await sendContent({ kind: 'file', file: fileOf({ kind, mime }) })).calls[0]?.body
    expect(await upload('voice', 'audio/ogg')).toContain('audio/ogg; codecs=opus')
    expect(await upload('document', 'text/csv')).toMatch(/name="type"\r\n\r\ntext\/plain/)
  })

  test('that is large is linked to, and not read', async () => {
    const open = () => Promise.reject(new Error('must not be read'))
    const file = fileOf({ kind: 'document', mime: 'application/pdf', size: 9_000_000, open })
    const { calls, sent } = await sendContent({ kind: 'file', file })
    expect(calls).toHaveLength(1)
    expect(sent.document).toEqual({ link: file.link(), filename: 'rye.jpg' })
  })

  test.each([
    ['of a wrong type', fileOf({ mime: 'image/tiff' }), undefined, 'wrong-type'],
    ['that is too large', fileOf({ size: 6 * 1024 * 1024 }), undefined, 'too-large'],
    ['with too long a caption', fileOf(), 'a'.repeat(1025), 'too-long'],
    ['that can carry no caption', fileOf({ kind: 'voice', mime: 'audio/ogg' }), 'Listen', 'no-caption'],
  ])('%s is refused without a call', async (_name, file, caption, code) => {
    const { outcome, calls } = await sendContent({ kind: 'file', file, ...(caption ? { caption } : {}) })
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { code } })
    expect(calls).toEqual([])
  })

  test.each<[string, StubAnswer, object]>([
    [
      'is refused',
      answerWith(400, '{"error":{"code":100,"message":"Unknown file"}}'),
      { outcome: 'refused' },
    ],
    [
      'is too much for now',
      answerWith(400, '{"error":{"code":130429,"message":"Too fast"}}'),
      { outcome: 'refused-for-now', holds: 'account' },
    ],
    ['has no answer', hang, { outcome: 'refused-for-now', failure: { code: 'no-answer' } }],
    ['is given no id', answerWith(200, '{}'), { outcome: 'refused-for-now' }],
  ])('whose upload %s was never sent', async (_name, upload, outcome) => {
    const result = await sendContent({ kind: 'file', file: fileOf() }, { upload, timeoutMs: 300 })
    expect(result.outcome).toMatchObject(outcome)
    expect(result.sent).toBeUndefined()
  })

  test.each([
    ['fails', () => Promise.reject(new Error('disk'))],
    ['hangs', () => new Promise<Readable>(() => undefined)],
  ])('that cannot be read because the store %s can be tried again', async (_name, open) => {
    const started = Date.now()
    const { outcome, calls } = await sendContent({ kind: 'file', file: fileOf({ open }) }, { timeoutMs: 150 })
    expect(outcome).toMatchObject({ outcome: 'refused-for-now', failure: { code: 'file-unread' } })
    expect(calls).toEqual([])
    expect(Date.now() - started).toBeLessThan(1000)
  })
})

describe('what can be pressed or seen', () => {
  test.each(['❤️', '👍🏽', '🇮🇳', '👨‍👩‍👧'])('a reaction is any emoji: %s', async (emoji) => {
    const { sent } = await send({
      content: { kind: 'reaction', target: 'wamid.IN', emoji },
      replyTo: 'wamid.IN',
    })
    expect(sent).toMatchObject({ type: 'reaction', reaction: { message_id: 'wamid.IN', emoji } })
    expect(sent).not.toHaveProperty('context')
  })

  test('a reaction is taken back with an empty one', async () => {
    const { sent } = await sendContent({ kind: 'reaction', target: 'wamid.IN', emoji: null })
    expect(sent.reaction).toEqual({ message_id: 'wamid.IN', emoji: '' })
  })

  test('a place has its two numbers the right way round', async () => {
    const { sent } = await sendContent({
      kind: 'location',
      latitude: 53.54,
      longitude: 9.98,
      name: 'Harbour',
    })
    expect(sent.location).toEqual({ latitude: 53.54, longitude: 9.98, name: 'Harbour' })
  })

  test('buttons stand under their text', async () => {
    const { sent } = await sendContent({
      kind: 'buttons',
      ...{ header: 'Rye', body: 'Sliced?', footer: 'Harbour Bakery' },
      buttons: [
        { id: 'y', title: 'Yes' },
        { id: 'n', title: 'No' },
      ],
    })
    expect(sent.interactive).toEqual({
      type: 'button',
      header: { type: 'text', text: 'Rye' },
      body: { text: 'Sliced?' },
      footer: { text: 'Harbour Bakery' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'y', title: 'Yes' } },
          { type: 'reply', reply: { id: 'n', title: 'No' } },
        ],
      },
    })
  })

  test('a list may have as long a text as Meta allows, longer than the library does', async () => {
    const list = (length: number, rows = 1): OutboundContent => ({
      kind: 'list',
      body: 'a'.repeat(length),
      button: 'Breads',
      sections: [
        { title: 'Dark', rows: Array.from({ length: rows }, (_, id) => ({ id: `${id}`, title: 'Rye' })) },
      ],
    })
    const { sent } = await sendContent(list(4096))
    expect(sent.interactive).toMatchObject({ type: 'list', action: { button: 'Breads' } })
    expect((await sendContent(list(4097))).outcome.outcome).toBe('refused')
    expect((await sendContent(list(1, 11))).outcome.outcome).toBe('refused')
  })

  test('a phone number is asked for with WhatsApp’s own button', async () => {
    const { sent } = await sendContent({ kind: 'contact-request', body: 'Your number?' })
    expect(sent.interactive).toMatchObject({
      type: 'request_contact_info',
      body: { text: 'Your number?' },
      action: { name: 'request_contact_info' },
    })
  })

  test.each<[string, OutboundContent]>([
    [
      'four buttons',
      { kind: 'buttons', body: 'b', buttons: ['1', '2', '3', '4'].map((id) => ({ id, title: id })) },
    ],
    ['no buttons', { kind: 'buttons', body: 'b', buttons: [] }],
    ['a long title', { kind: 'buttons', body: 'b', buttons: [{ id: '1', title: 'a'.repeat(21) }] }],
    ['a list without rows', { kind: 'list', body: 'b', button: 'b', sections: [{ rows: [] }] }],
    ['an edit', { kind: 'edit', target: 'wamid.OUT', body: 'b' }],
    ['a revocation', { kind: 'revoke', target: 'wamid.OUT' }],
  ])('%s is refused with the reason, without a call', async (_name, content) => {
    const { outcome, calls } = await sendContent(content)
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { code: 'not-sendable' } })
    expect(calls).toEqual([])
  })
})

test('a template goes without a quoted message', async () => {
  const { sent } = await send({ content: templateOf(), replyTo: 'wamid.IN' })
  expect(sent).not.toHaveProperty('context')
  expect(sent).toMatchObject({ type: 'template', template: { name: 'order_ready' } })
})

test('the file of a template is uploaded too', async () => {
  const components = [{ type: 'HEADER', format: 'IMAGE' }]
  const { sent } = await sendContent(templateOf({ components, file: fileOf() }))
  expect(sent.template.components).toEqual([
    { type: 'header', parameters: [{ type: 'image', image: { id: '31337' } }] },
  ])
})
