import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import type { DeliveryState } from '../channels/inbound-item.ts'
import { takeItems } from '../inbox/take-items.ts'
import { createLog } from '../log.ts'
import { joinEarlyStates } from '../loops/housekeeping.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { createSender } from './send-messages.ts'

/** A network that does as the test says, and remembers what it was given. */
const sent: OutboundMessage[] = []
let answer: (message: OutboundMessage) => Promise<SendOutcome>
const network = createTestPort({
  send(account, message) {
    expect(account.token).toBe('token of Atlas Gym')
    sent.push(message)
    return answer(message)
  },
})
const accepted = async (): Promise<SendOutcome> => ({ outcome: 'sent', externalId: `wamid.${newId()}` })
const failure = { code: '131056', title: 'Pair rate limit' }

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore({ channels: [network] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())
afterEach(async () => {
  sent.length = 0
  answer = accepted
  await test.rows('delete from outbound_send')
})
answer = accepted

const sentTexts = () => sent.map(({ content }) => ('body' in content ? content.body : undefined))

const sender = (database = test.core.database) =>
  createSender({
    database,
    channels: [network],
    vault: createVault([testKey]),
    files: {
      open: async (_organizationId, attachmentId) => Readable.from([Buffer.from(`bytes of ${attachmentId}`)]),
      link: (_organizationId, attachmentId) => `https://desk.example/media/${attachmentId}`,
    },
    subscriptions: [{ name: 'ticks', types: ['message.delivery-changed', 'channel.stopped'] }],
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
  })

async function sendAll(runner = sender()) {
  let idle = 0
  while (idle < 2) {
    const begun = await runner.run()
    await runner.settled()
    idle = begun === 0 ? idle + 1 : 0
  }
}

let origin = 0
async function reply(leadId: string, body: string) {
  origin += 1
  return test.desk.perform(gym.owner, 'queueReply', {
    leadId,
    body,
    origin: { account: '7', chat: '9', message: origin },
  })
}
const newLead = async () => (await writeIn(test, [inboundMessage('1001', { person: somePerson() })])).leadId
const statusOf = async (messageId: string) =>
  (
    await test.rows<{ status: string; external_id: string | null }>(
      'select status, external_id from message where id = $1',
      [messageId],
    )
  )[0]
const report = (messageId: string, state: DeliveryState['state'], externalId: string): DeliveryState => ({
  type: 'delivery-state',
  network: 'whatsapp',
  account: '1001',
  externalId,
  state,
  at: new Date(),
  ...(messageId ? { messageId } : {}),
  data: {},
})
const hear = (...items: DeliveryState[]) =>
  test.core.database.transaction({ relay: true }, (sql) =>
    takeItems(
      sql,
      [],
      items.map((item) => ({ eventId: newId(), item })),
    ),
  )

it('sends the answers of one conversation in order, one after another', async () => {
  const leadId = await newLead()
  let underway = 0
  answer = async () => {
    underway += 1
    expect(underway).toBe(1)
    await sleep(5)
    underway -= 1
    return accepted()
  }
  for (let index = 0; index < 5; index += 1) await reply(leadId, `answer ${index}`)
  await Promise.all([sendAll(), sendAll()])
  expect(sentTexts()).toEqual([0, 1, 2, 3, 4].map((index) => `answer ${index}`))
})

it('sends each answer once when two processes drain the same queue', async () => {
  const ids = []
  for (let index = 0; index < 8; index += 1) ids.push((await reply(await newLead(), 'Hello')).messageId)
  await Promise.all([sendAll(), sendAll(), sendAll()])
  expect(sent.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
})

it('tries again after a refusal, and keeps the order behind it', async () => {
  const leadId = await newLead()
  answer = async () => (sent.length === 1 ? { outcome: 'refused-for-now', failure } : accepted())
  const { messageId } = await reply(leadId, 'first')
  await reply(leadId, 'second')
  await sendAll()
  expect(sentTexts()).toEqual(['first'])
  expect(await statusOf(messageId)).toMatchObject({ status: 'queued' })
  await test.rows(`update outbound_send set due_at = now()`)
  await sendAll()
  expect(sentTexts()).toEqual(['first', 'first', 'second'])
})

it('never sends again what the network may have taken; its later word closes the case', async () => {
  answer = async () => ({ outcome: 'unconfirmed', failure: { code: 'timeout', title: 'No answer' } })
  const { messageId } = await reply(await newLead(), 'once')
  await sendAll()
  await sendAll()
  expect(sent).toHaveLength(1)
  expect(await statusOf(messageId)).toMatchObject({ status: 'unconfirmed', external_id: null })
  await hear(report(messageId, 'delivered', 'wamid.late'))
  expect(await statusOf(messageId)).toEqual({ status: 'delivered', external_id: 'wamid.late' })
})

it('does not send again what a killed process was sending: nobody knows, so a person is asked', async () => {
  const { messageId } = await reply(await newLead(), 'interrupted')
  await test.rows(
    `update outbound_send set sending_at = now() - interval '2 minutes', lease_token = $1,
    lease_until = now() - interval '1 minute'`,
    [newId()],
  )
  await test.rows(`update message set status = 'sending' where id = $1`, [messageId])
  await sendAll()
  expect(sent).toHaveLength(0)
  expect(await statusOf(messageId)).toMatchObject({ status: 'unconfirmed' })
})

it('is fenced: a process that slept past its lease does not send what another took over', async () => {
  const { messageId } = await reply(await newLead(), 'fenced')
  const slow = sender()
  let wake: () => void = () => undefined
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const original = test.core.database.transaction
  let calls = 0
  test.core.database.transaction = async (scope, work) => {
    calls += 1
    // The slow process sleeps between its claim and the statement that marks the message as sending.
    if (calls === 2) await asleep
    return original(scope, work)
  }
  await slow.run()
  await sleep(20)
  test.core.database.transaction = original
  await test.rows(`update outbound_send set lease_until = now() - interval '1 second'`)
  await sendAll()
  expect(sent).toHaveLength(1)
  wake()
  await slow.settled()
  expect(sent).toHaveLength(1)
  expect(await statusOf(messageId)).toMatchObject({ status: 'sent' })
})

it('takes a delivery state that comes before our own answer, by our id', async () => {
  const { messageId } = await reply(await newLead(), 'quick')
  answer = async (message) => {
    await hear(report(message.id, 'read', 'wamid.quick'))
    return { outcome: 'sent', externalId: 'wamid.quick' }
  }
  await sendAll()
  expect(await statusOf(messageId)).toEqual({ status: 'read', external_id: 'wamid.quick' })
})

it('keeps a delivery state whose message is not known yet, and applies it when it is', async () => {
  const { messageId } = await reply(await newLead(), 'early')
  answer = async () => {
    await hear(report('', 'delivered', 'wamid.early'))
    return { outcome: 'sent', externalId: 'wamid.early' }
  }
  await sendAll()
  expect(await statusOf(messageId)).toMatchObject({ status: 'delivered' })
})

it('joins the two also when neither saw the other', async () => {
  const { messageId } = await reply(await newLead(), 'crossed')
  answer = async () => ({ outcome: 'sent', externalId: 'wamid.crossed' })
  await sendAll()
  await test.rows(
    `insert into early_delivery_state (organization_id, channel_account_id, external_id, state, at)
     values ($1, $2, 'wamid.crossed', 'read', now())`,
    [gym.organizationId, gym.channelAccountId],
  )
  await joinEarlyStates({ database: test.core.database, subscriptions: [], onRecorded: () => undefined })
  expect(await statusOf(messageId)).toMatchObject({ status: 'read' })
})

it('stops a channel whose token is dead, tells once, loses nothing, and goes on in order with a new token', async () => {
  const leads = [await newLead(), await newLead()]
  answer = async () => ({ outcome: 'channel-stopped', failure: { code: '190', title: 'Token expired' } })
  for (const leadId of leads) await reply(leadId, `to ${leadId}`)
  await sendAll()
  const told = await test.rows(`select 1 from event_delivery d join domain_event e on e.id = d.event_id
    where e.type = 'channel.stopped'`)
  expect(told).toHaveLength(1)
  expect(await test.rows('select 1 from outbound_send')).toHaveLength(2)
  const before = sent.length
  await sendAll()
  expect(sent).toHaveLength(before)
  answer = accepted
  await test.desk.perform(gym.owner, 'resumeChannel', { channelAccountId: gym.channelAccountId })
  await test.rows('update outbound_send set due_at = now()')
  await sendAll()
  expect(await test.rows('select 1 from outbound_send')).toHaveLength(0)
})

it('stops a channel whose token cannot be opened, instead of trying in vain', async () => {
  await test.rows('delete from event_delivery')
  await reply(await newLead(), 'waits')
  const [row] = await test.rows<{ sealed_token: Buffer }>('select sealed_token from channel_account')
  await test.rows(`update channel_account set sealed_token = decode('00', 'hex')`)
  await sendAll()
  await sendAll()
  expect(sent).toHaveLength(0)
  const told = await test.rows(`select e.data from event_delivery d join domain_event e on e.id = d.event_id`)
  expect(told).toMatchObject([{ data: { failure: { code: 'token-unreadable' } } }])
  await test.rows('update channel_account set sealed_token = $1', [row?.sealed_token])
  await test.desk.perform(gym.owner, 'resumeChannel', { channelAccountId: gym.channelAccountId })
  await sendAll()
  expect(sentTexts()).toEqual(['waits'])
})

it('gives the network the identities of the person, the one he wrote from first, and what is answered', async () => {
  const person = {
    identities: [
      { kind: 'phone' as const, value: '+33639981234', address: '33639981234' },
      { kind: 'whatsapp_user' as const, value: 'FR.77' },
    ],
  }
  const { leadId, messageId } = await writeIn(test, [
    inboundMessage('1001', { person, externalId: 'wamid.asked' }),
  ])
  await test.desk.perform(gym.owner, 'queueReply', {
    leadId,
    body: 'Answered',
    origin: { account: '7', chat: '9', message: 9_999 },
    replyTo: messageId,
  })
  await sendAll()
  expect(sent[0]).toMatchObject({
    replyTo: 'wamid.asked',
    recipient: [
      { kind: 'phone', value: '+33639981234', address: '33639981234' },
      { kind: 'whatsapp_user', value: 'FR.77' },
    ],
  })
})

it("recognises its own message in an echo that comes before the answer: there is one message, with the echo's id", async () => {
  const person = somePerson()
  const { leadId } = await writeIn(test, [inboundMessage('1001', { person })])
  answer = async (message) => {
    await writeIn(test, [
      inboundMessage('1001', {
        person,
        externalId: 'wamid.echoed',
        body: 'Heard twice, as it was shown',
        echo: {},
      }),
    ])
    expect(message.content).toEqual({ kind: 'text', body: 'Heard twice' })
    return { outcome: 'sent', externalId: 'wamid.echoed' }
  }
  const { messageId } = await reply(leadId, 'Heard twice')
  await sendAll()
  expect(await statusOf(messageId)).toEqual({ status: 'sent', external_id: 'wamid.echoed' })
  const shown = await test.rows(
    `select 1 from message where lead_id = $1 and direction = 'outbound' and twin_of is null`,
    [leadId],
  )
  expect(shown).toHaveLength(1)
})

it('refuses by itself what is about a message that the network never took', async () => {
  const leadId = await newLead()
  answer = async () => ({ outcome: 'refused', failure: { code: '131026', title: 'Undeliverable' } })
  const { messageId: target } = await reply(leadId, 'lost')
  await sendAll()
  await test.rows(`update message set status = 'unconfirmed' where id = $1`, [target])
  const { messageId } = await test.desk.perform(gym.owner, 'queueReply', {
    leadId,
    origin: { account: '7', chat: '9', message: 77_777 },
    content: { kind: 'reaction', target, emoji: '👍' },
  })
  await sendAll()
  expect(sent).toHaveLength(1)
  const [row] = await test.rows('select status, failure from message where id = $1', [messageId])
  expect(row).toMatchObject({ status: 'failed', failure: { code: 'target-unknown' } })
})

it('sends to no address that somebody only typed into a form, when the network knows the person by another', async () => {
  const person = { identities: [{ kind: 'whatsapp_user' as const, value: `FR.${newId()}` }] }
  const { leadId, conversationId } = await writeIn(test, [inboundMessage('1001', { person })])
  await test.rows(
    `insert into contact_identity (organization_id, id, contact_id, thread_id, kind, value, claimed)
     select organization_id, $2, contact_id, thread_id, 'phone', '+33639000000', true from conversation where id = $1`,
    [conversationId, newId()],
  )
  await reply(leadId, 'Only for you')
  await sendAll()
  expect(sent[0]?.recipient).toEqual(person.identities)
})

it('counts its patience from the first attempt, not from the wait in a stopped channel or a long queue', async () => {
  const { messageId } = await reply(await newLead(), 'patient')
  await test.rows(`update outbound_send set created_at = now() - interval '3 days'`)
  answer = async () => ({ outcome: 'refused-for-now', failure })
  await sendAll()
  expect(await statusOf(messageId)).toMatchObject({ status: 'queued' })
})

it('does not call the network when the process stood still until its lease might end, and sends later', async () => {
  const { messageId } = await reply(await newLead(), 'held up')
  const stopped = Date.now() + 61_000
  const clock = vi.spyOn(Date, 'now')
  const transaction = test.core.database.transaction
  const database = { ...test.core.database }
  let prepared = false
  // The process stops right after the message was marked as sending.
  database.transaction = async (scope, work) => {
    const result = await transaction(scope, work)
    if (!prepared && (await statusOf(messageId))?.status === 'sending') {
      prepared = true
      clock.mockImplementation(() => stopped)
    }
    return result
  }
  const runner = sender(database)
  await runner.run()
  await runner.settled()
  clock.mockRestore()
  expect(prepared).toBe(true)
  expect(sent).toEqual([])
  expect(await statusOf(messageId)).toMatchObject({ status: 'queued' })
  await sendAll()
  expect(sentTexts()).toEqual(['held up'])
})

it('is not held up by a network that hangs when it has to end: nobody knows of the message, and it says so', async () => {
  const { messageId } = await reply(await newLead(), 'no answer')
  answer = () => new Promise(() => undefined)
  const runner = sender()
  await runner.run()
  await expect.poll(() => sent.length).toBe(1)
  const began = performance.now()
  await runner.settled()
  expect(performance.now() - began).toBeLessThan(6_000)
  expect(await statusOf(messageId)).toMatchObject({ status: 'unconfirmed' })
  await sendAll()
  expect(sent).toHaveLength(1)
}, 15_000)

it('has only so many bytes of files under way at once, and no text waits for them', async () => {
  const ids: string[] = []
  for (let index = 0; index < 6; index += 1) {
    const { messageId } = await reply(await newLead(), `file ${index}`)
    await test.rows(
      "update outbound_send set file_bytes = 40000000, due_at = now() - interval '1 s' where message_id = $1",
      [messageId],
    )
    ids.push(messageId)
  }
  const ends: (() => void)[] = []
  answer = (message) =>
    ids.includes(message.id)
      ? new Promise((resolve) =>
          ends.push(() => resolve({ outcome: 'sent', externalId: `wamid.${newId()}` })),
        )
      : accepted()
  const runner = sender()
  const runAll = async () => {
    while ((await runner.run()) > 0);
  }
  await runAll()
  await expect.poll(() => ends.length).toBe(3)
  const { messageId: text } = await reply(await newLead(), 'a text')
  await runAll()
  await expect.poll(async () => (await statusOf(text))?.status).toBe('sent')
  expect(ends).toHaveLength(3)
  for (const end of ends.splice(0)) end()
  await expect.poll(async () => (await test.rows('select 1 from outbound_send')).length).toBe(3)
  await runAll()
  await expect.poll(() => ends.length).toBe(3)
  for (const end of ends.splice(0)) end()
  await runner.settled()
  expect(sent.filter(({ id }) => ids.includes(id))).toHaveLength(6)
})
