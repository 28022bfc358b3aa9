import { expect, test } from 'vitest'
import type { OutboundMessage } from '#core/channels/channel-port.ts'
import { answerWith, openStubApi } from '../testing/open-stub-api.ts'
import { createWhatsappPort } from './send-whatsapp.ts'

const account = { externalId: '555000111', token: 'EAAG-harbour' }
const message: OutboundMessage = {
  id: '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
  kind: 'text',
  body: 'Your cake is ready: https://harbour.example',
  recipient: [{ kind: 'phone', value: '+5541991234567', address: '554191234567' }],
}

async function send(changes: Partial<OutboundMessage> = {}, answer = '{"messages":[{"id":"wamid.OUT"}]}') {
  await using api = await openStubApi(answerWith(200, answer))
  const port = createWhatsappPort({ root: api.root, version: 'v26.0' })
  const outcome = await port.send(account, { ...message, ...changes })
  return { outcome, calls: api.calls, sent: api.calls[0] && JSON.parse(api.calls[0].body) }
}

test('a reply goes to the number as WhatsApp writes it, with our id and without a preview', async () => {
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
    text: { body: message.body, preview_url: false },
  })
})

test('a person without a phone number is written to by his id', async () => {
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

test('a number without an address of its own is written as digits, beside the id', async () => {
  const recipient = [
    { kind: 'phone' as const, value: '+4915112345678' },
    { kind: 'whatsapp_user' as const, value: 'DE.7' },
  ]
  expect((await send({ recipient })).sent).toMatchObject({ to: '4915112345678', recipient: 'DE.7' })
})

test('nobody is written to where there is no address, and nothing that is too long is sent', async () => {
  const nobody = await send({ recipient: [{ kind: 'whatsapp_username', value: 'marina' }] })
  expect(nobody).toMatchObject({
    outcome: { outcome: 'refused', failure: { code: 'no-address' } },
    calls: [],
  })
  const long = await send({ body: 'a'.repeat(4097) })
  expect(long).toMatchObject({ outcome: { outcome: 'refused', failure: { code: 'too-long' } }, calls: [] })
  expect((await send({ body: 'a'.repeat(4096) })).outcome.outcome).toBe('sent')
})

test.each(['{}', '{"messages":[]}', '{"messages":[{}]}', '{"messages":"x"}'])(
  'an acceptance that names no message is not taken for a sent one: %s',
  async (answer) => {
    expect((await send({}, answer)).outcome.outcome).toBe('unconfirmed')
  },
)
