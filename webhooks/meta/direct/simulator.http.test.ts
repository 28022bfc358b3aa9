import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChannelPort, OutboundMessage, UsedAccount } from '#core/channels/channel-port.ts'
import type { InboundItem, InboundMessage, InboundReader } from '#core/channels/inbound-item.ts'
import {
  type DirectBench,
  instagram,
  openDirectBench,
  page,
} from '../../../sandbox/meta/direct/open-direct-bench.ts'
import { instagramModule } from '../../instagram/instagram-module.ts'
import { messengerModule } from '../../messenger/messenger-module.ts'
import { gather } from '../../testing/gather.ts'
import { answerWith, openStubApi } from '../../testing/open-stub-api.ts'

const id = '0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11'
const now = () => new Date()

/** Both directions against the simulator, which checks what it is sent as strictly as Meta does. */
describe.each([
  { module: instagramModule, account: instagram, who: 'ines' as const, name: 'Inès Caron' },
  { module: messengerModule, account: page, who: 'tom' as const, name: 'Tom Becker' },
])('$module.networks.0 against the simulator', ({ module, account, who, name }) => {
  let bench: DirectBench
  let port: ChannelPort
  let first: InboundMessage
  const used: UsedAccount = { externalId: account.id, token: account.token, settings: {} }
  const read: InboundReader = module.createReader({ now })

  beforeEach(async () => {
    bench = await openDirectBench()
    const root = `${bench.url}/graph`
    const other = { root: 'http://127.0.0.1:9' }
    const ports = module.createPorts({ meta: { root, version: 'v26.0' }, telegram: other, linkedin: other })
    port = ports[0] as ChannelPort
    await bench.act(bench[who].phone, { kind: 'text', text: 'Is it open?' })
    const [item] = await items(1)
    first = item as InboundMessage
  })
  afterEach(() => bench.close())

  /** Everything received so far, once at least so many calls have come. */
  async function items(calls: number): Promise<InboundItem[]> {
    await bench.until(() => bench.received.length >= calls)
    return bench.received.flatMap(({ body }) => read(body))
  }

  const send = (content: OutboundMessage['content'], more: Partial<OutboundMessage> = {}) =>
    port.send(used, { id, content, recipient: first.person.identities, within: 'window', ...more })

  test('a customer is heard, answered, and his answer comes back as an echo', async () => {
    expect(first).toMatchObject({ kind: 'text', body: 'Is it open?', account: account.id })
    const outcome = await send({ kind: 'text', body: 'Until six.' }, { replyTo: first.externalId })
    expect(outcome).toMatchObject({ outcome: 'sent', recipient: first.person.identities })
    const echo = (await items(2)).find((item) => item.type === 'message' && item.echo)
    expect(echo).toMatchObject({
      externalId: outcome.outcome === 'sent' ? outcome.externalId : '',
      body: 'Until six.',
      echo: module === messengerModule ? { messageId: id } : {},
      person: { identities: first.person.identities },
    })
  })

  test('buttons, a reaction, typing and the marked window are taken', async () => {
    const buttons = [{ id: 'a', title: 'Today' }]
    expect(await send({ kind: 'buttons', body: 'When?', buttons })).toMatchObject({ outcome: 'sent' })
    expect(await send({ kind: 'reaction', target: first.externalId, emoji: '❤️' })).toMatchObject({
      outcome: 'sent',
    })
    expect(await send({ kind: 'reaction', target: first.externalId, emoji: null })).toMatchObject({
      outcome: 'sent',
    })
    expect(await send({ kind: 'text', body: 'Hello' }, { within: 'human-agent' })).toMatchObject({
      outcome: 'sent',
    })
    const seen = { externalId: first.externalId, recipient: first.person.identities, typing: true }
    await port.markSeen?.(used, seen)
    expect(bench.phone(name)).toMatchObject({ typingUntil: expect.any(Number) })
  })

  test('somebody who blocked the business is not tried again', async () => {
    await bench.control('PATCH', `/phones/${bench[who].phone}`, { blocked: true })
    expect(await send({ kind: 'text', body: 'Hello' })).toMatchObject({
      outcome: 'refused',
      failure: { code: '551' },
    })
  })

  test('a person and the account can be asked for, and the account is subscribed again', async () => {
    expect(await port.fetchProfile?.(used, first.person.identities)).toMatchObject({ value: { name } })
    expect(await port.check?.(used)).toMatchObject({ value: { subscription: 'subscribed', dangers: [] } })
    await bench.as(account.token, `/${account.id}/subscribed_apps`, undefined, 'DELETE')
    expect(await port.check?.(used)).toMatchObject({ value: { subscription: 'mended', dangers: [] } })
    expect(await port.check?.(used)).toMatchObject({ value: { subscription: 'subscribed' } })
  })

  test('a file arrives, brought or fetched by a link', async () => {
    await using desk = await openStubApi(answerWith(200, 'a picture', { 'content-type': 'image/png' }))
    const file = {
      kind: 'image' as const,
      mime: 'image/png',
      fileName: 'cake.png',
      size: 9,
      open: async () => Readable.from([Buffer.from('a picture')]),
      link: () => `${desk.root}/cake.png`,
    }
    expect(await send({ kind: 'file', file })).toMatchObject({ outcome: 'sent' })
    const echo = (await items(2)).find((item) => item.type === 'message' && item.echo)
    expect(echo).toMatchObject({ kind: 'image', attachments: [{ kind: 'image', url: expect.any(String) }] })
  })

  test('a comment is answered once, in private', async () => {
    const stranger = await bench.control('POST', '/phones', { name: 'Only Comments', network: port.network })
    const { id: phone } = stranger.json as { id: string }
    await bench.act(phone, { kind: 'comment', text: 'How much?' })
    const comment = (await items(2)).at(-1) as InboundMessage
    expect(comment).toMatchObject({ kind: 'comment', body: 'How much?' })
    const answer = { replyTo: comment.externalId, within: 'comment' as const, recipient: [] }
    const [user] = comment.person.identities
    expect(await send({ kind: 'text', body: 'Six euros.' }, answer)).toMatchObject({
      outcome: 'sent',
      recipient: [user],
    })
    expect(await send({ kind: 'text', body: 'Or five.' }, answer)).toMatchObject({
      outcome: 'refused',
      failure: { code: '10900' },
    })
  })

  test('while another app holds the conversation we listen, and an answer is refused without stopping', async () => {
    await bench.control('POST', `/phones/${bench[who].phone}/handover`, { event: 'take' })
    await bench.act(bench[who].phone, { kind: 'text', text: 'Anybody?' })
    const heard = (await items(3)).find((item) => item.type === 'message' && item.body === 'Anybody?')
    expect(heard).toMatchObject({ data: { standby: true } })
    expect(await send({ kind: 'text', body: 'Hello' })).toMatchObject({
      outcome: 'refused',
      failure: { code: '10/2018300' },
    })
  })

  test('everything that a customer can do is understood', async () => {
    const wishes = [
      ...['image', 'video', 'voice', 'document', 'share', 'unsupported'].map((kind) => ({ kind })),
      { kind: 'image', caption: 'Both sides', more: 1 },
      { kind: 'postback', title: 'Prices', payload: 'PRICES' },
      { kind: 'quick_reply', title: 'Yes', payload: 'YES' },
      { kind: 'referral', referral: { ref: 'footer' } },
      { kind: 'edit', target: first.externalId, text: 'Is it still open?' },
      { kind: 'reaction', target: first.externalId, emoji: '😍' },
      { kind: 'reaction', target: first.externalId, emoji: '' },
      ...(who === 'ines'
        ? [
            { kind: 'story_mention' },
            { kind: 'story_reply', text: 'Nice' },
            { kind: 'mention' },
            { kind: 'unsend', target: first.externalId },
          ]
        : [
            { kind: 'sticker' },
            { kind: 'optin' },
            { kind: 'lead_ad', answers: [{ question: 'City?', answer: 'Kiel' }] },
          ]),
    ]
    for (const wish of wishes) {
      expect(await bench.act(bench[who].phone, wish), wish.kind).toMatchObject({ status: 201 })
    }
    const all = await items(1 + wishes.length)
    expect(all.filter(({ type }) => type === 'unreadable')).toEqual([])
    expect(all.filter((item) => item.type === 'message' && item.kind === 'unknown')).toEqual([])
    const ids = all.flatMap((item) => (item.type === 'message' ? [item.externalId] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a lead of the simulator is told, asked for, and found again in the list', async () => {
  const bench = await openDirectBench()
  try {
    const other = { root: 'http://127.0.0.1:9' }
    const meta = { root: `${bench.url}/graph`, version: 'v26.0' }
    const port = messengerModule.createPorts({ meta, telegram: other, linkedin: other })[1]
    const used: UsedAccount = { externalId: page.id, token: page.token, settings: {} }
    const since = new Date(Date.now() - 60_000)
    await bench.control('POST', '/meta/leads', {
      count: 120,
      fields: { full_name: 'Ada', interests: ['a', 'b'] },
    })
    await bench.until(() => bench.received.length >= 1)
    const told = bench.received.flatMap(({ body }) => messengerModule.createReader({ now })(body))
    expect(told).toHaveLength(120)
    const [request] = told
    if (request?.type !== 'fetch-request') throw new Error('not a request')
    expect(await port?.fetchLead?.(used, request)).toMatchObject({
      outcome: 'found',
      value: {
        externalId: request.externalId,
        person: { name: 'Ada' },
        referral: { adName: expect.any(String) },
        data: { answers: { interests: 'a, b' } },
      },
    })
    const listed = await gather(port?.listLeads?.(used, since))
    expect(
      listed?.outcome === 'found' && new Set(listed.value.map(({ externalId }) => externalId)).size,
    ).toBe(120)
    expect(await gather(port?.listLeads?.(used, new Date(Date.now() + 60_000)))).toMatchObject({ value: [] })
  } finally {
    await bench.close()
  }
})
