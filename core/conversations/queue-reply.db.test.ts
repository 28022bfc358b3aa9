import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelPort, OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import type { Network, Person } from '../channels/inbound-item.ts'
import type { commands } from '../commands.ts'
import type { InputOf } from '../desk.ts'
import { takeItems } from '../inbox/take-items.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { fillQueue } from '../testing/fill-queue.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { failSends } from './fail-sends.ts'
import { listWays } from './list-ways.ts'
import { releaseSends } from './release-sends.ts'
import { createSender } from './send-messages.ts'

const sent: (OutboundMessage & { network: Network })[] = []
let answer: (message: OutboundMessage) => Promise<SendOutcome>
const createPort = (network: Network, more: Partial<ChannelPort> = {}) =>
  createTestPort({
    network,
    send(_account, message) {
      sent.push({ ...message, network })
      return answer(message)
    },
    ...more,
  })
const channels = [
  createPort('whatsapp'),
  createPort('instagram', {
    can: new Set(['text', 'file', 'reaction']),
    humanAgentHours: 7 * 24,
    limits: { text: { max: 1000, unit: 'bytes' }, caption: 0, files: { image: { maxBytes: 8_000_000 } } },
  }),
  createPort('telegram', {
    can: new Set(['text', 'file', 'reaction', 'edit', 'revoke']),
    markSeen: async () => undefined,
  }),
  createPort('forms', { can: new Set() }),
].map((port) => {
  if (port.network !== 'telegram') return port
  const { replyWindowHours: _, ...always } = port
  return always
})

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
const accounts: Partial<Record<Network, string>> = {}

beforeAll(async () => {
  test = await openTestCore({ channels })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  accounts.whatsapp = gym.channelAccountId
  for (const network of ['instagram', 'telegram', 'forms'] as const) {
    const account = { network, externalId: `${network}-1`, name: network, token: 'a token' }
    accounts[network] = await test.desk.perform(gym.system, 'connectChannel', account)
  }
})
afterAll(() => test.close())
beforeEach(async () => {
  sent.length = 0
  answer = async () => ({ outcome: 'sent', externalId: `out.${newId()}` })
  await test.rows('delete from outbound_send')
})

async function sendAll() {
  const runner = createSender({
    database: test.core.database,
    channels,
    vault: createVault([testKey]),
    files: {
      open: async (_organizationId, attachmentId) => Readable.from([Buffer.from(`bytes of ${attachmentId}`)]),
      link: (_organizationId, attachmentId) => `https://desk.example/media/${attachmentId}`,
    },
    subscriptions: [],
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
  })
  for (let idle = 0; idle < 2; ) {
    const begun = await runner.run()
    await runner.settled()
    idle = begun === 0 ? idle + 1 : 0
  }
}

let place = 0
const newOrigin = () => {
  place += 1
  return { account: '7', chat: '9', message: place }
}
type Reply = Omit<InputOf<(typeof commands)['queueReply']>, 'leadId' | 'origin'>
const reply = (leadId: string, more: Reply, origin = newOrigin()) =>
  test.desk.perform(gym.owner, 'queueReply', { leadId, origin, ...more })

const accountNames: Partial<Record<Network, string>> = { whatsapp: '1001' }
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const somebodyOn = (network: Network): Person =>
  network === 'whatsapp'
    ? somePerson()
    : {
        identities: [{ kind: network === 'instagram' ? 'instagram_user' : 'telegram_user', value: newId() }],
        name: 'Lina',
      }
const writes = (network: Network, more: Parameters<typeof inboundMessage>[1] = {}) =>
  writeIn(test, [
    inboundMessage(accountNames[network] ?? `${network}-1`, {
      network,
      person: network === 'forms' ? somePerson() : somebodyOn(network),
      ...more,
    }),
  ])
const photo = {
  kind: 'image',
  mime: 'image/jpeg',
  fileName: 'hall.jpg',
  size: 500_000,
  source: { network: 'telegram_staff', mediaId: 'staff-file-1' },
} as const
const statusOf = async (messageId: string) =>
  (await test.rows<{ status: string }>('select status from message where id = $1', [messageId]))[0]?.status
const inOrganization = <T>(work: Parameters<typeof test.core.database.transaction<T>>[1]) =>
  test.core.database.transaction({ organizationId: gym.organizationId }, work)

async function addTemplate(
  account: Network,
  more: { category?: string; status?: string; components?: unknown[] } = {},
) {
  const id = newId()
  await test.rows(
    `insert into message_template (organization_id, id, channel_account_id, name, language, category, status, components)
     values ($1, $2, $3, $4, 'en', $5, $6, $7)`,
    [
      gym.organizationId,
      id,
      accounts[account],
      `t_${id.replaceAll('-', '')}`,
      more.category ?? 'UTILITY',
      more.status ?? 'APPROVED',
      JSON.stringify(more.components ?? [{ type: 'BODY', text: 'See you at {{1}}' }]),
    ],
  )
  return id
}

describe('a long answer', () => {
  it('goes out in order in several messages, each with the place where it was written, and once however often it is heard', async () => {
    const { leadId, messageId: replyTo } = await writes('instagram')
    const body = `${'word '.repeat(150)}\n\n${'parole '.repeat(120)}`
    const origin = newOrigin()
    const { messageIds } = await reply(leadId, { body, replyTo }, origin)
    await reply(leadId, { body, replyTo }, origin)
    await sendAll()
    expect(messageIds).toHaveLength(2)
    expect(sent.map(({ id }) => id)).toEqual(messageIds)
    expect(sent.map(({ content }) => 'body' in content && content.body.slice(0, 4))).toEqual(['word', 'paro'])
    expect(sent.map(({ replyTo }) => replyTo !== undefined)).toEqual([true, false])
    const rows = await test.rows('select origin from message where id = any($1)', [messageIds])
    expect(rows).toEqual([{ origin }, { origin }])
  })
})

describe('a file', () => {
  it('waits for its bytes, and what was written after it waits behind it', async () => {
    const { leadId } = await writes('whatsapp')
    const content: NonNullable<Reply['content']> = { kind: 'files', files: [photo], caption: 'Our hall' }
    const { messageId } = await reply(leadId, { content })
    await reply(leadId, { body: 'Do you like it?' })
    await sendAll()
    expect(sent).toEqual([])
    const [file] = await test.rows<{ id: string }>(
      `update attachment set state = 'stored' where message_id = $1 and origin = 'telegram_staff'
         and network_media_id = 'staff-file-1' returning id`,
      [messageId],
    )
    await inOrganization((sql) => releaseSends(sql, gym.organizationId, [messageId]))
    await sendAll()
    expect(sent.map(({ content }) => content)).toMatchObject([
      { kind: 'file', caption: 'Our hall', file: { kind: 'image', mime: 'image/jpeg', size: 500_000 } },
      { kind: 'text', body: 'Do you like it?' },
    ])
    const [first] = sent
    if (first?.content.kind !== 'file') throw new Error('No file was sent.')
    expect(await text(await first.content.file.open())).toBe(`bytes of ${file?.id}`)
    expect(first.content.file.link()).toContain(file?.id)
  })

  it('that will never come fails alone: staff are told why, and what waited behind it goes', async () => {
    const { leadId } = await writes('whatsapp')
    const { messageId } = await reply(leadId, { content: { kind: 'files', files: [photo] } })
    await reply(leadId, { body: 'As I said' })
    const failure = { code: 'file-lost', title: 'The file is gone.' }
    const events = await inOrganization((sql) => failSends(sql, gym.organizationId, [messageId], failure))
    expect(events).toMatchObject([
      { type: 'message.delivery-changed', data: { messageId, status: 'failed', failure } },
    ])
    await sendAll()
    expect(await statusOf(messageId)).toBe('failed')
    expect(sent.map(({ content }) => content.kind)).toEqual(['text'])
  })

  it('goes as a document where its own kind cannot, and is refused where nothing takes it', async () => {
    const { leadId } = await writes('whatsapp')
    const voice = { ...photo, kind: 'voice', mime: 'audio/ogg' } as const
    const { messageId } = await reply(leadId, { content: { kind: 'files', files: [voice] } })
    const [row] = await test.rows('select kind from message where id = $1', [messageId])
    expect(row).toEqual({ kind: 'document' })
    const onInstagram = await writes('instagram')
    await expect(
      reply(onInstagram.leadId, { content: { kind: 'files', files: [voice] } }),
    ).rejects.toMatchObject({ code: 'file-not-carried', data: { network: 'instagram', mime: 'audio/ogg' } })
  })
})

describe('a way to answer', () => {
  it('is the newest conversation that can be answered: a form cannot', async () => {
    const person = somePerson()
    await writes('whatsapp', { person, sentAt: hoursAgo(2) })
    const { leadId } = await writes('forms', { person, kind: 'form', sentAt: hoursAgo(1) })
    await reply(leadId, { body: 'Hello' })
    await sendAll()
    expect(sent.map(({ network }) => network)).toEqual(['whatsapp'])
  })

  it('after the reply window: as a person where the network grants it, when the member says so', async () => {
    const { leadId } = await writes('instagram', { sentAt: hoursAgo(30) })
    await expect(reply(leadId, { body: 'Late' })).rejects.toMatchObject({
      code: 'reply-window-closed',
      data: { hours: 24, ways: 'human-agent' },
    })
    await reply(leadId, { body: 'Late', humanAgent: true })
    await sendAll()
    expect(sent).toMatchObject([{ within: 'human-agent' }])
  })

  it('after the reply window: with a template, which shows here as the customer reads it', async () => {
    const { leadId } = await writes('whatsapp', { sentAt: hoursAgo(30) })
    const templateId = await addTemplate('whatsapp')
    await expect(reply(leadId, { body: 'Late' })).rejects.toMatchObject({
      code: 'reply-window-closed',
      data: { ways: 'template' },
    })
    const { messageId } = await reply(leadId, {
      content: { kind: 'template', templateId, variables: { 1: '7:30' } },
    })
    await sendAll()
    expect(sent[0]?.content).toMatchObject({ kind: 'template', language: 'en', variables: { 1: '7:30' } })
    const message = await test.desk.ask(gym.owner, 'readMessage', { messageId })
    expect(message).toMatchObject({ kind: 'template', body: 'See you at 7:30', status: 'sent' })
  })

  it('is offered on another channel of the same person, and taken when the member chooses it', async () => {
    const person = somePerson()
    const phone = person.identities[0]
    const other = await writes('telegram', {
      person: { identities: [{ kind: 'telegram_user', value: newId() }, ...(phone ? [phone] : [])] },
      sentAt: hoursAgo(90),
    })
    const { leadId } = await writes('whatsapp', { person, sentAt: hoursAgo(30) })
    const refusal = await reply(leadId, { body: 'Late' }).catch((error: unknown) => error)
    expect((refusal as { data: { ways: string } }).data.ways.split(',')).toContain(
      `channel:${other.conversationId}:telegram`,
    )
    await reply(leadId, { body: 'There', conversationId: other.conversationId })
    await sendAll()
    expect(sent.map(({ network }) => network)).toEqual(['telegram'])
  })

  it('to somebody who only filled in a form: none but a template to his phone, which begins a conversation', async () => {
    const { leadId } = await writes('forms', { kind: 'form' })
    const templateId = await addTemplate('whatsapp')
    await expect(reply(leadId, { body: 'Hello' })).rejects.toMatchObject({
      code: 'no-way-to-answer',
      data: { ways: `template:${accounts.whatsapp}:whatsapp` },
    })
    const ways = await test.desk.ask(gym.owner, 'findWaysToAnswer', { leadId })
    expect(ways.openings).toEqual([{ channelAccountId: accounts.whatsapp, network: 'whatsapp' }])
    await reply(leadId, { content: { kind: 'template', templateId, variables: { 1: '8' } } })
    await sendAll()
    expect(sent[0]).toMatchObject({ network: 'whatsapp', recipient: [{ kind: 'phone' }] })
    const after = await test.desk.ask(gym.owner, 'findWaysToAnswer', { leadId })
    expect(after.openings).toEqual([])
    expect(after.conversations.map(({ network }) => network).toSorted()).toEqual(['forms', 'whatsapp'])
  })

  it('is closed to advertising for those who want none, and to everything for those who blocked us', async () => {
    const { leadId, conversationId } = await writes('whatsapp')
    const templateId = await addTemplate('whatsapp', { category: 'MARKETING' })
    const content: NonNullable<Reply['content']> = { kind: 'template', templateId, variables: { 1: '7' } }
    await test.rows(
      `insert into contact_preference (organization_id, contact_id, thread_id, channel_account_id, category, wants, at)
       select organization_id, contact_id, thread_id, channel_account_id, 'marketing', false, now() from conversation
       where id = $1`,
      [conversationId],
    )
    await expect(reply(leadId, { content })).rejects.toMatchObject({ code: 'opted-out' })
    await reply(leadId, { body: 'But an answer goes' })
    await test.rows(
      `insert into contact_reachability (organization_id, contact_id, thread_id, channel_account_id, state, at)
       select organization_id, contact_id, thread_id, channel_account_id, 'blocked', now() from conversation
       where id = $1`,
      [conversationId],
    )
    await expect(reply(leadId, { body: 'Hello?' })).rejects.toMatchObject({
      code: 'person-blocked',
      data: { network: 'whatsapp', ways: '' },
    })
  })

  it('to a comment: one private answer, which names the comment', async () => {
    const { leadId } = await writes('instagram', {
      kind: 'comment',
      externalId: 'comment-1',
      sentAt: hoursAgo(50),
    })
    await reply(leadId, { body: 'Thank you!' })
    await expect(reply(leadId, { body: 'And…' })).rejects.toMatchObject({ code: 'comment-answered' })
    await sendAll()
    expect(sent).toMatchObject([{ within: 'comment', replyTo: 'comment-1' }])
  })

  it('is shut while another app holds the conversation, until a message comes to us again', async () => {
    const person = somebodyOn('instagram')
    const { leadId } = await writes('instagram', { person, sentAt: hoursAgo(3) })
    await writes('instagram', { person, sentAt: hoursAgo(2), data: { standby: true } })
    await expect(reply(leadId, { body: 'Hello' })).rejects.toMatchObject({
      code: 'answered-elsewhere',
      data: { network: 'instagram', ways: '' },
    })
    // A comment comes to every app; a reaction comes to the one that holds the conversation.
    await writes('instagram', { person, kind: 'comment', sentAt: hoursAgo(1.5) })
    await reply(leadId, { body: 'To the comment' })
    await writes('instagram', { person, sentAt: hoursAgo(1), data: { standby: true } })
    await expect(reply(leadId, { body: 'Hello' })).rejects.toMatchObject({ code: 'answered-elsewhere' })
    await writes('instagram', { person, kind: 'reaction', body: '👍', sentAt: hoursAgo(0.5) })
    await reply(leadId, { body: 'Hello' })
  })

  it('is open again once the other app has handed the conversation over', async () => {
    const person: Person = {
      identities: [{ kind: 'instagram_user', value: 'instagram-1:4242', address: '4242' }],
    }
    const { leadId } = await writes('instagram', { person, data: { standby: true } })
    const handOver = (who: string, standby?: true) =>
      test.core.database.transaction({ relay: true }, (sql) =>
        takeItems(
          sql,
          [],
          [
            {
              eventId: newId(),
              item: {
                type: 'channel-notice',
                network: 'instagram',
                account: 'instagram-1',
                topic: 'pass_thread_control',
                data: {
                  value: { sender: { id: who }, recipient: { id: 'instagram-1' } },
                  ...(standby ? { standby } : {}),
                },
              },
            },
          ],
        ),
      )
    await handOver('1717')
    await handOver('4242', true)
    await expect(reply(leadId, { body: 'Hello' })).rejects.toMatchObject({ code: 'answered-elsewhere' })
    await handOver('4242')
    await reply(leadId, { body: 'Hello' })
  })

  it('is found without walking through messages of others, however many there are', async () => {
    const person = somebodyOn('instagram')
    await writes('instagram', { person, sentAt: hoursAgo(2), data: { standby: true } })
    const { leadId } = await writes('instagram', { person, kind: 'comment', sentAt: hoursAgo(1) })
    const channelAccountId = accounts.instagram ?? ''
    await fillQueue(
      test,
      { organizationId: gym.organizationId, channelAccountId },
      { people: 4_000, each: 5 },
    )
    await test.rows('delete from outbound_send')
    await test.rows('update organization set last_lead_number = 1000000')
    await test.rows(
      `update message set direction = 'inbound', status = 'received' where body like 'Message %'`,
    )
    await test.rows('analyze')
    const [lead] = await test.rows<{ contact_id: string }>('select contact_id from lead where id = $1', [
      leadId,
    ])
    const plans: string[] = []
    await inOrganization((sql) =>
      listWays(
        {
          async query(text, values) {
            const rows = await sql.query<{ 'QUERY PLAN': string }>(`explain (analyze) ${text}`, values)
            plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
            return []
          },
        },
        gym.organizationId,
        lead?.contact_id ?? '',
      ),
    )
    expect(plans.join('\n')).not.toMatch(/Seq Scan on message( |$)/m)
  })

  it('tells all ways with their times', async () => {
    const sentAt = hoursAgo(1)
    const { leadId, conversationId } = await writes('instagram', { sentAt })
    const { conversations } = await test.desk.ask(gym.owner, 'findWaysToAnswer', { leadId })
    expect(conversations).toMatchObject([
      {
        conversationId,
        network: 'instagram',
        windowEndsAt: new Date(sentAt.getTime() + 24 * 3_600_000),
        humanAgentEndsAt: new Date(sentAt.getTime() + 7 * 24 * 3_600_000),
        can: ['text', 'file', 'reaction'],
        hasTemplates: false,
        blocked: false,
      },
    ])
  })

  it('leads nowhere in another organization', async () => {
    const other = await test.makeOrganization('Other House', '2002')
    const theirs = await writeIn(test, [inboundMessage('2002', { person: somePerson() })])
    const { leadId, messageId } = await writes('whatsapp')
    await expect(reply(theirs.leadId, { body: 'x' })).rejects.toMatchObject({
      code: 'lead-not-found',
    })
    await expect(reply(leadId, { body: 'x', conversationId: theirs.conversationId })).rejects.toMatchObject({
      code: 'conversation-not-found',
    })
    const reaction: NonNullable<Reply['content']> = {
      kind: 'reaction',
      target: theirs.messageId,
      emoji: '👍',
    }
    await expect(reply(leadId, { content: reaction })).rejects.toMatchObject({
      code: 'message-not-found',
    })
    await expect(test.desk.ask(other.owner, 'findWaysToAnswer', { leadId })).rejects.toMatchObject({
      code: 'lead-not-found',
    })
    await expect(test.desk.ask(other.owner, 'readMessage', { messageId })).rejects.toBeDefined()
  })
})

describe('a change of mind', () => {
  it('before it is sent changes the message itself: nothing goes out twice', async () => {
    const { leadId } = await writes('whatsapp')
    const origin = newOrigin()
    await reply(leadId, { body: 'At seven' }, origin)
    await reply(leadId, { content: { kind: 'edit', body: 'At eight' } }, origin)
    await sendAll()
    expect(sent.map(({ content }) => content)).toEqual([{ kind: 'text', body: 'At eight' }])
  })

  it('after it was sent is an edit where the network has them, once, and the message shows it', async () => {
    const { leadId } = await writes('telegram')
    const origin = newOrigin()
    const { messageId } = await reply(leadId, { body: 'At seven' }, origin)
    answer = async () => ({ outcome: 'sent', externalId: 'tg.77' })
    await sendAll()
    const edit: Reply = { content: { kind: 'edit', body: 'At eight' } }
    await reply(leadId, edit, origin)
    await reply(leadId, edit, origin)
    await reply(leadId, { content: { kind: 'edit', body: 'At nine' } }, origin)
    // The network answers with the id of the message that was changed.
    await sendAll()
    await reply(leadId, { content: { kind: 'edit', body: 'At nine' } }, origin)
    await sendAll()
    expect(sent.slice(1).map(({ content }) => content)).toEqual([
      { kind: 'edit', target: 'tg.77', body: 'At nine' },
    ])
    const message = await test.desk.ask(gym.owner, 'readMessage', { messageId })
    expect(message.body).toBe('At nine')
    expect(message.editedAt).not.toBeNull()
  })

  it('is refused on a network that has no edits, and for what the customer wrote', async () => {
    const { leadId, messageId } = await writes('whatsapp')
    const origin = newOrigin()
    await reply(leadId, { body: 'At seven' }, origin)
    await sendAll()
    const edit = { kind: 'edit', body: 'At eight' } as const
    await expect(reply(leadId, { content: edit }, origin)).rejects.toMatchObject({
      code: 'kind-not-carried',
    })
    await expect(reply(leadId, { content: { ...edit, target: messageId } })).rejects.toMatchObject({
      code: 'message-not-ours',
    })
  })

  it('takes a message out of the queue, or back from the network', async () => {
    const { leadId } = await writes('telegram')
    const origin = newOrigin()
    const first = await reply(leadId, { body: 'Oops' }, origin)
    const revoke: Reply = { content: { kind: 'revoke' } }
    await reply(leadId, revoke, origin)
    await reply(leadId, revoke, origin)
    await sendAll()
    expect(sent).toEqual([])
    expect(await statusOf(first.messageId)).toBe('failed')
    const { messageId: target } = await reply(leadId, { body: 'Oops again' })
    await sendAll()
    await reply(leadId, { content: { kind: 'revoke', target } })
    await sendAll()
    expect(sent[1]?.content.kind).toBe('revoke')
    expect((await test.desk.ask(gym.owner, 'readMessage', { messageId: target })).revokedAt).not.toBeNull()
  })

  it('about a reaction sends only the newest', async () => {
    const { leadId, messageId: target } = await writes('telegram', { externalId: 'tg.liked' })
    for (const emoji of ['👍', '❤️', '🎉'])
      await reply(leadId, { content: { kind: 'reaction', target, emoji } })
    await sendAll()
    await reply(leadId, { content: { kind: 'reaction', target, emoji: '🎉' } })
    await sendAll()
    expect(sent.map(({ content }) => content)).toEqual([
      { kind: 'reaction', target: 'tg.liked', emoji: '🎉' },
    ])
    await reply(leadId, { content: { kind: 'reaction', target, emoji: null } })
    await sendAll()
    expect(sent.at(-1)?.content).toEqual({ kind: 'reaction', target: 'tg.liked', emoji: null })
  })

  it('waits behind a message that is on its way, and then names it as the network does', async () => {
    const { leadId } = await writes('telegram')
    const origin = newOrigin()
    await reply(leadId, { body: 'At seven' }, origin)
    answer = async (message) => {
      if (message.content.kind === 'text')
        await reply(leadId, { content: { kind: 'edit', body: 'At eight' } }, origin)
      return { outcome: 'sent', externalId: `tg.${message.content.kind}` }
    }
    await sendAll()
    expect(sent.map(({ content }) => content)).toEqual([
      { kind: 'text', body: 'At seven' },
      { kind: 'edit', target: 'tg.text', body: 'At eight' },
    ])
  })
})

describe('being seen', () => {
  it('is asked for once, with the newest wish, and only where the network can tell it', async () => {
    const { leadId } = await writes('telegram')
    await test.desk.perform(gym.owner, 'markSeen', { leadId })
    await test.desk.perform(gym.owner, 'markSeen', { leadId, typing: true })
    await test.desk.perform(gym.owner, 'markSeen', { leadId: (await writes('whatsapp')).leadId })
    const tasks = await test.rows(`select data->>'typing' as typing from network_task where kind = 'seen'`)
    expect(tasks).toEqual([{ typing: 'true' }])
  })
})

describe('what the network says of the person', () => {
  it('is kept: what he writes next under his new name finds the same contact', async () => {
    const person = somePerson()
    const { leadId } = await writes('whatsapp', { person })
    await reply(leadId, { body: 'Hello' })
    const value = `FR.${newId()}`
    answer = async () => ({
      outcome: 'sent',
      externalId: 'wamid.named',
      recipient: [...person.identities, { kind: 'whatsapp_user', value }],
    })
    await sendAll()
    const known = await writes('whatsapp', { person: { identities: [{ kind: 'whatsapp_user', value }] } })
    expect(known.leadId).toBe(leadId)
  })
})
