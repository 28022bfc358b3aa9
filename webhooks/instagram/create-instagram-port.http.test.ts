import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { OutboundContent, OutboundFile } from '#core/channels/outbound-content.ts'
import { answerWith, openStubApi, type StubAnswer } from '../testing/open-stub-api.ts'
import { createInstagramPort } from './create-instagram-port.ts'
import { bakery, cdn, marina, marinaClaim } from './example-calls.ts'

const account: UsedAccount = { externalId: bakery, token: 'IGAA-harbour', settings: {} }
const message: OutboundMessage = {
  id: '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
  content: { kind: 'text', body: 'Your cake is ready.' },
  recipient: [marinaClaim],
  within: 'window',
}
const taken = `{"recipient_id":"${marina}","message_id":"mid.OUT"}`
const file = (changes: Partial<OutboundFile> = {}): OutboundContent => ({
  kind: 'file',
  file: {
    kind: 'image',
    mime: 'image/jpeg',
    fileName: 'cake.jpg',
    size: 4000,
    open: async () => Readable.from([Buffer.from('cake')]),
    link: () => 'https://desk.example/f/cake.jpg?sig=1',
    ...changes,
  },
})

/** A port on a stub that gives these answers, the last one again and again. */
async function open(...answers: StubAnswer[]) {
  let next = 0
  const api = await openStubApi((request, response) =>
    answers[Math.min(next++, answers.length - 1)]?.(request, response),
  )
  const other = { root: 'http://127.0.0.1:9' }
  const port = createInstagramPort({
    meta: { root: api.root, version: 'v26.0' },
    telegram: other,
    linkedin: other,
  })
  return {
    port,
    calls: api.calls,
    bodies: () => api.calls.map(({ body }) => (body === '' ? undefined : JSON.parse(body))),
    root: api.root,
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  }
}

async function send(changes: Partial<OutboundMessage> = {}, used = account) {
  await using api = await open(answerWith(200, taken))
  const outcome = await api.port.send(used, { ...message, ...changes })
  return { outcome, path: api.calls[0]?.path, sent: api.bodies()[0], calls: api.calls }
}

describe('sending', () => {
  test('an answer goes to the id that this account knows, and gives it back', async () => {
    const elsewhere = { kind: 'instagram_user' as const, value: '1:2', address: '2' }
    const { outcome, path, sent } = await send({ recipient: [elsewhere, marinaClaim], replyTo: 'mid.IN' })
    expect(path).toBe(`/v26.0/${bakery}/messages`)
    expect(sent).toEqual({
      recipient: { id: marina },
      reply_to: { mid: 'mid.IN' },
      message: { text: 'Your cake is ready.' },
    })
    expect(outcome).toEqual({ outcome: 'sent', externalId: 'mid.OUT', recipient: [marinaClaim] })
    expect((await send({ recipient: [elsewhere] })).outcome).toMatchObject({
      failure: { code: 'no-address' },
    })
  })

  test('after the window an answer is marked as written by a person', async () => {
    expect((await send({ within: 'human-agent' })).sent).toMatchObject({
      messaging_type: 'MESSAGE_TAG',
      tag: 'HUMAN_AGENT',
    })
  })

  test('a comment is answered in private, although nobody knows the writer yet', async () => {
    const { sent } = await send({ within: 'comment', replyTo: '17900000001', recipient: [] })
    expect(sent).toEqual({
      recipient: { comment_id: '17900000001' },
      message: { text: 'Your cake is ready.' },
    })
  })

  test('a text is measured in bytes, since an umlaut is two', async () => {
    expect((await send({ content: { kind: 'text', body: 'ä'.repeat(500) } })).outcome.outcome).toBe('sent')
    const { outcome, calls } = await send({ content: { kind: 'text', body: 'ä'.repeat(501) } })
    expect(outcome).toMatchObject({ outcome: 'refused', failure: { code: 'too-long' } })
    expect(calls).toEqual([])
  })

  test('a file is a link, of a kind and size that Instagram takes', async () => {
    expect((await send({ content: file() })).sent.message).toEqual({
      attachment: { type: 'image', payload: { url: 'https://desk.example/f/cake.jpg?sig=1' } },
    })
    const pdf = file({ kind: 'document', mime: 'application/pdf' })
    expect((await send({ content: pdf })).sent.message.attachment.type).toBe('file')
    for (const [content, code] of [
      [file({ size: 9_000_000 }), 'too-large'],
      [file({ kind: 'voice', mime: 'audio/ogg' }), 'wrong-type'],
      [file({ kind: 'sticker', mime: 'image/webp' }), 'cannot-carry'],
    ] as const) {
      expect((await send({ content })).outcome).toMatchObject({ outcome: 'refused', failure: { code } })
    }
  })

  test('buttons are quick replies, with header and footer as lines of the text', async () => {
    const buttons = [{ id: 'today', title: 'Today, before we close at six' }]
    const { sent } = await send({ content: { kind: 'buttons', header: 'Cake', body: 'When?', buttons } })
    expect(sent.message).toEqual({
      text: 'Cake\n\nWhen?',
      quick_replies: [{ content_type: 'text', title: 'Today, before we cl…', payload: 'today' }],
    })
    expect((await send({ content: { kind: 'buttons', body: 'x', buttons: [] } })).outcome.outcome).toBe(
      'refused',
    )
  })

  test('a reaction is set and taken back, and gets an id of ours', async () => {
    const { sent, outcome } = await send({ content: { kind: 'reaction', target: 'mid.IN', emoji: '❤️' } })
    expect(sent).toEqual({
      recipient: { id: marina },
      sender_action: 'react',
      payload: { message_id: 'mid.IN', reaction: 'love' },
    })
    expect(outcome).toEqual({ outcome: 'sent', externalId: `reaction:${message.id}` })
    expect((await send({ content: { kind: 'reaction', target: 'mid.IN', emoji: null } })).sent).toMatchObject(
      {
        sender_action: 'unreact',
        payload: { message_id: 'mid.IN' },
      },
    )
  })
})

describe('the two logins', () => {
  test('with Facebook Login the Page speaks for the account', async () => {
    const facebook = { ...account, token: 'EAAG-harbour' }
    expect((await send({}, facebook)).path).toBe('/v26.0/me/messages')
    expect((await send({}, { ...facebook, settings: { pageId: '88' } })).path).toBe('/v26.0/88/messages')
    expect((await send({}, { ...facebook, settings: { login: 'instagram' } })).path).toBe(
      `/v26.0/${bakery}/messages`,
    )
  })
})

describe('looking after people and files', () => {
  test('a conversation is marked as seen, and typing is shown', async () => {
    await using api = await open(answerWith(200, '{}'))
    await api.port.markSeen?.(account, { externalId: 'mid.IN', recipient: [marinaClaim], typing: true })
    expect(api.bodies()).toEqual([
      { recipient: { id: marina }, sender_action: 'mark_seen' },
      { recipient: { id: marina }, sender_action: 'typing_on' },
    ])
  })

  test('a person has a name and a username', async () => {
    await using api = await open(
      answerWith(200, '{"id":"900100200300","name":"Marina F.","username":"Marina.Falk"}'),
    )
    expect(await api.port.fetchProfile?.(account, [marinaClaim])).toEqual({
      outcome: 'found',
      value: {
        name: 'Marina F.',
        identities: [marinaClaim, { kind: 'instagram_username', value: 'marina.falk' }],
      },
    })
    expect(api.calls[0]?.path).toBe(`/v26.0/${marina}?fields=name%2Cusername`)
  })

  test('a profile that is closed does not stop the channel, and is not asked for again', async () => {
    const closed = '{"error":{"code":230,"message":"User consent is required to access user profile"}}'
    await using api = await open(answerWith(400, closed))
    expect(await api.port.fetchProfile?.(account, [marinaClaim])).toMatchObject({ outcome: 'gone' })
  })

  test('a file lies at its own address, to which no token goes', async () => {
    await using api = await open(answerWith(500, ''))
    expect(await api.port.fetchMedia?.(account, { kind: 'image', url: cdn })).toEqual({
      outcome: 'found',
      value: { url: cdn, tokenOrigins: [], trustedOrigins: [api.root] },
    })
    expect(await api.port.fetchMedia?.(account, { kind: 'image' })).toMatchObject({ outcome: 'gone' })
    expect(api.calls).toEqual([])
  })
})

describe('checking the account', () => {
  const named = answerWith(200, '{"id":"1","name":"Harbour Bakery","username":"harbour.bakery"}')
  const endless = answerWith(200, '{"data":{"app_id":"77","expires_at":0,"is_valid":true}}')
  const apps = (id: string, ...fields: string[]) =>
    answerWith(
      200,
      JSON.stringify({
        data: [
          { id: '1', subscribed_fields: ['feed'] },
          { id, subscribed_fields: fields },
        ],
      }),
    )
  const all = [
    'messages',
    'messaging_postbacks',
    'messaging_seen',
    'message_reactions',
    'messaging_referral',
    'comments',
  ]

  test('a subscribed account is left as it is', async () => {
    await using api = await open(named, endless, apps('77', ...all))
    expect(await api.port.check?.(account)).toEqual({
      outcome: 'found',
      value: {
        subscription: 'subscribed',
        facts: { displayName: 'Harbour Bakery', username: 'harbour.bakery' },
        dangers: [],
      },
    })
    expect(api.calls).toHaveLength(3)
  })

  test('a field that is missing is subscribed again, beside those that are there', async () => {
    await using api = await open(
      named,
      endless,
      apps('77', 'messages', 'story_insights'),
      answerWith(200, '{"success":true}'),
    )
    expect(await api.port.check?.(account)).toMatchObject({ value: { subscription: 'mended', dangers: [] } })
    const fields: string[] = api.bodies()[3].subscribed_fields.split(',')
    expect(fields).toEqual(expect.arrayContaining([...all, 'story_insights', 'standby']))
    expect(new Set(fields).size).toBe(fields.length)
  })

  test('where Meta refuses the welcome fields the needed ones are tried alone; else it is a danger', async () => {
    const no = answerWith(400, '{"error":{"code":100,"message":"no such field"}}')
    await using api = await open(named, endless, apps('77'), no, answerWith(200, '{"success":true}'))
    expect(await api.port.check?.(account)).toMatchObject({ value: { subscription: 'mended' } })
    expect(api.bodies()[4].subscribed_fields).not.toContain('standby')

    await using stuck = await open(named, endless, apps('77'), no)
    expect(await stuck.port.check?.(account)).toMatchObject({
      value: { subscription: 'missing', dangers: [{ code: 'not-subscribed', detail: 'no such field' }] },
    })
  })

  test('the end of a token is told, where Meta tells it', async () => {
    const ends = answerWith(200, '{"data":{"app_id":"77","expires_at":1803225600}}')
    await using api = await open(named, ends, apps('77', ...all))
    expect(await api.port.check?.(account)).toMatchObject({
      value: { tokenExpiresAt: new Date(1803225600000) },
    })
  })

  test("a dead token stops the channel, and another account's token is a danger", async () => {
    await using dead = await open(answerWith(400, '{"error":{"code":190,"message":"expired"}}'))
    expect(await dead.port.check?.(account)).toMatchObject({ outcome: 'channel-stopped' })
    await using other = await open(
      answerWith(400, '{"error":{"code":100,"error_subcode":33,"message":"no object"}}'),
    )
    expect(await other.port.check?.(account)).toMatchObject({
      value: { subscription: 'unknown', dangers: [{ code: 'token-of-another' }] },
    })
  })
})
