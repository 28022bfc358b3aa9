import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundContent } from '#core/channels/outbound-content.ts'
import { answerWith, openStubApi, reset, type StubAnswer } from '../testing/open-stub-api.ts'
import { createMessengerPort } from './create-messenger-port.ts'
import { bakery, ole, oleClaim } from './example-calls.ts'

const account: UsedAccount = { externalId: bakery, token: 'EAAG-harbour', settings: {} }
const message: OutboundMessage = {
  id: '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
  content: { kind: 'text', body: 'Your cake is ready.' },
  recipient: [oleClaim],
  within: 'window',
}
const taken = answerWith(200, `{"recipient_id":"${ole}","message_id":"m_OUT"}`)
const menu: OutboundContent = {
  kind: 'file',
  file: {
    kind: 'document',
    mime: 'application/pdf',
    fileName: 'menü.pdf',
    size: 9,
    open: async () => Readable.from([Buffer.from('the menu!')]),
    link: () => 'https://desk.example/f/1',
  },
}

/** A port on a stub that gives these answers, the last one again and again. */
async function open(...answers: StubAnswer[]) {
  let next = 0
  const api = await openStubApi((request, response) =>
    answers[Math.min(next++, answers.length - 1)]?.(request, response),
  )
  const other = { root: 'http://127.0.0.1:9' }
  return {
    port: createMessengerPort({
      meta: { root: api.root, version: 'v26.0' },
      telegram: other,
      linkedin: other,
    }),
    calls: api.calls,
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  }
}

async function send(changes: Partial<OutboundMessage> = {}, ...answers: StubAnswer[]) {
  await using api = await open(...(answers.length > 0 ? answers : [taken]))
  const outcome = await api.port.send(account, { ...message, ...changes })
  const last = api.calls.at(-1)?.body
  return { outcome, calls: api.calls, sent: last?.startsWith('{') ? JSON.parse(last) : undefined }
}

describe('sending', () => {
  test('an answer is a response of the Page, with our id in it', async () => {
    const { outcome, calls, sent } = await send({ replyTo: 'm_IN' })
    expect(calls[0]?.path).toBe(`/v26.0/${bakery}/messages`)
    expect(sent).toEqual({
      recipient: { id: ole },
      messaging_type: 'RESPONSE',
      reply_to: { mid: 'm_IN' },
      message: { text: 'Your cake is ready.', metadata: message.id },
    })
    expect(outcome).toEqual({ outcome: 'sent', externalId: 'm_OUT', recipient: [oleClaim] })
  })

  test('an answer to a pressed button, which is no message to Meta, goes out without quoting it', async () => {
    expect((await send({ replyTo: 'postback:RzsWnHNqwaF0IcG2_EUUKQ' })).sent).not.toHaveProperty('reply_to')
    const content = { kind: 'reaction' as const, target: '1234_5678', emoji: '👍' }
    expect(await send({ content })).toMatchObject({ outcome: { failure: { code: 'no-message' } }, calls: [] })
  })

  test('after the window an answer is marked as written by a person', async () => {
    expect((await send({ within: 'human-agent' })).sent).toMatchObject({
      messaging_type: 'MESSAGE_TAG',
      tag: 'HUMAN_AGENT',
    })
  })

  test('a visitor is written to by his reference, but by his id once that is known', async () => {
    const visitor = { kind: 'messenger_user' as const, value: `${bakery}:ref:REF-1`, address: 'REF-1' }
    expect((await send({ recipient: [visitor] })).sent.recipient).toEqual({ user_ref: 'REF-1' })
    expect((await send({ recipient: [visitor, oleClaim] })).sent.recipient).toEqual({ id: ole })
  })

  test('the answer to a comment tells who wrote it', async () => {
    const { outcome, sent } = await send({ within: 'comment', replyTo: '1_5', recipient: [] })
    expect(sent.recipient).toEqual({ comment_id: '1_5' })
    expect(sent).not.toHaveProperty('reply_to')
    expect(outcome).toMatchObject({ recipient: [oleClaim] })
  })

  test('a reaction is the emoji itself', async () => {
    expect((await send({ content: { kind: 'reaction', target: 'm_IN', emoji: '❤️' } })).sent).toEqual({
      recipient: { id: ole },
      sender_action: 'react',
      payload: { message_id: 'm_IN', reaction: '❤️' },
    })
  })
})

describe('buttons', () => {
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `b${index}`, title: `Choice ${index}` }))
  const sendButtons = (count: number, body = 'When?') =>
    send({ content: { kind: 'buttons', body, buttons: buttons(count) } })

  test('up to three stay under the message', async () => {
    const { sent } = await sendButtons(3)
    expect(sent.message).toMatchObject({
      attachment: { type: 'template', payload: { template_type: 'button', text: 'When?' } },
      metadata: message.id,
    })
    expect(sent.message.attachment.payload.buttons[2]).toEqual({
      type: 'postback',
      title: 'Choice 2',
      payload: 'b2',
    })
  })

  test('more, or under a long text, are quick replies', async () => {
    expect((await sendButtons(4)).sent.message.quick_replies).toHaveLength(4)
    expect((await sendButtons(2, 'x'.repeat(641))).sent.message.quick_replies).toHaveLength(2)
    expect((await sendButtons(14)).outcome).toMatchObject({ failure: { code: 'too-many-buttons' } })
  })
})

describe('files', () => {
  test('one is brought first and then sent by its id', async () => {
    const { outcome, calls, sent } = await send(
      { content: menu },
      answerWith(200, '{"attachment_id":"88"}'),
      taken,
    )
    expect(outcome).toMatchObject({ outcome: 'sent', externalId: 'm_OUT' })
    expect(calls.map(({ path }) => path)).toEqual([
      `/v26.0/${bakery}/message_attachments`,
      `/v26.0/${bakery}/messages`,
    ])
    expect(calls[0]?.headers['content-type']).toContain('multipart/form-data')
    expect(calls[0]?.body).toContain('the menu!')
    expect(calls[0]?.body).toContain('application/pdf')
    expect(sent.message).toEqual({
      attachment: { type: 'file', payload: { attachment_id: '88' } },
      metadata: message.id,
    })
  })

  test('a broken upload sent nothing to anybody, so that it may be tried again', async () => {
    expect((await send({ content: menu }, reset)).outcome.outcome).toBe('refused-for-now')
    expect((await send({ content: menu }, answerWith(200, '{}'))).outcome.outcome).toBe('refused-for-now')
    const after = await send({ content: menu }, answerWith(200, '{"attachment_id":"88"}'), reset)
    expect(after.outcome.outcome).toBe('unconfirmed')
  })

  test('one that is too large is not even brought', async () => {
    const { outcome, calls } = await send({ content: { ...menu, file: { ...menu.file, size: 27_000_000 } } })
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { code: 'too-large' } })
    expect(calls).toEqual([])
  })
})

describe('people', () => {
  test('a person has a name and a language', async () => {
    await using api = await open(
      answerWith(200, '{"id":"7","first_name":"Ole","last_name":"Berg","locale":"da_DK"}'),
    )
    expect(await api.port.fetchProfile?.(account, [oleClaim])).toEqual({
      outcome: 'found',
      value: { identities: [oleClaim], name: 'Ole Berg', language: 'da-DK' },
    })
  })

  test('somebody known by a reference only has no profile', async () => {
    await using api = await open(taken)
    const visitor = { kind: 'messenger_user' as const, value: `${bakery}:ref:REF-1`, address: 'REF-1' }
    expect(await api.port.fetchProfile?.(account, [visitor])).toMatchObject({ outcome: 'gone' })
    expect(api.calls).toEqual([])
  })
})
