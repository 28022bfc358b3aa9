import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { OutboundMessage, SendOutcome } from '../channels/channel-port.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { fillQueue } from '../testing/fill-queue.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { claimSends } from './claim-sends.ts'
import { createSender } from './send-messages.ts'

const sent: { message: OutboundMessage; at: number }[] = []
let answer: (message: OutboundMessage) => Promise<SendOutcome>
const accepted = async (): Promise<SendOutcome> => ({ outcome: 'sent', externalId: `wamid.${newId()}` })
const port = createTestPort({
  pace: { perSecond: 40 },
  send(_account, message) {
    sent.push({ message, at: performance.now() })
    return answer(message)
  },
})
const personal = createTestPort({
  network: 'telegram',
  pace: { perSecond: 1_000, person: { everyMs: 60_000, burst: 3 } },
  send: (account, message) => port.send(account, message),
})
const channels = [port, personal]

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let spa: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  test = await openTestCore({ channels })
  gym = await test.makeOrganization('Atlas Gym', '1001')
  spa = await test.makeOrganization('Oasis Spa', '1002')
})
afterAll(() => test.close())
afterEach(async () => {
  sent.length = 0
  answer = accepted
  await test.rows('delete from outbound_send')
  await test.rows(`update channel_pace set paced_until = '-infinity', blocked_until = '-infinity'`)
})
answer = accepted

const sender = (onFree: () => void = () => undefined) =>
  createSender({
    database: test.core.database,
    channels,
    vault: createVault([testKey]),
    files: { read: async () => Buffer.alloc(0), link: () => '' },
    subscriptions: [],
    log: createLog('silent'),
    onFree,
    onRecorded: () => undefined,
  })

/** Works as `openWorker` does, for so long. */
async function workFor(ms: number, senders: number) {
  const end = performance.now() + ms
  const loop = async () => {
    let wake: () => void = () => undefined
    const runner = sender(() => wake())
    while (performance.now() < end) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      if ((await runner.run()) === 0) await Promise.race([woken, sleep(250)])
    }
    await runner.settled()
  }
  await Promise.all(Array.from({ length: senders }, loop))
}

it('keeps to the pace of an account, however many processes send', async () => {
  await fillQueue(test, gym, { people: 300 })
  await workFor(2_000, 3)
  // A quarter of a second's worth at once, then forty a second.
  expect(sent.length).toBeLessThanOrEqual(10 + 2 * 40 + 8)
  expect(sent.length).toBeGreaterThan(45)
  expect(new Set(sent.map(({ message }) => message.id)).size).toBe(sent.length)
})

it('sends the only message of one business at once, while another has 20,000 that wait for their pace', async () => {
  await fillQueue(test, gym, { people: 20_000, urgent: false })
  await workFor(300, 2)
  const before = sent.length
  const [id] = await fillQueue(test, spa, { people: 1 })
  const began = performance.now()
  await sender().run()
  await expect
    .poll(() => sent.slice(before).find(({ message }) => message.id === id), { interval: 5 })
    .toBeTruthy()
  expect(performance.now() - began).toBeLessThan(1_000)
  // What is blocked is not looked at: a claim does not walk through the queue.
  await test.rows(`update channel_pace set blocked_until = now() + interval '1 hour'`)
  const claims = performance.now()
  for (let index = 0; index < 20; index += 1) {
    expect((await claimSends(test.core.database, channels, 20)).sends).toEqual([])
  }
  expect(performance.now() - claims).toBeLessThan(1_000)
})

it('sends what a person wrote before what a machine queued, in the same account', async () => {
  await fillQueue(test, gym, { people: 500, urgent: false })
  const [id] = await fillQueue(test, gym, { people: 1 })
  const runner = sender()
  await runner.run()
  await runner.settled()
  expect(sent.map(({ message }) => message.id)).toContain(id)
})

it('waits with everything of an account that the network finds too fast, and with nothing of another', async () => {
  await fillQueue(test, gym, { people: 5 })
  answer = async () => ({
    outcome: 'refused-for-now',
    failure: { code: '130429', title: 'Too fast' },
    holds: 'account',
    afterMs: 60_000,
  })
  const runner = sender()
  await runner.run()
  await runner.settled()
  answer = accepted
  await fillQueue(test, gym, { people: 3 })
  const [other] = await fillQueue(test, spa, { people: 1 })
  sent.length = 0
  await runner.run()
  await runner.settled()
  expect(sent.map(({ message }) => message.id)).toEqual([other])
  const { againMs } = await claimSends(test.core.database, channels, 20)
  expect(againMs).toBeGreaterThan(50_000)
})

it('waits only with the one person whom it wrote to too often, four times as long each time', async () => {
  const ids = await fillQueue(test, gym, { people: 2, each: 2 })
  answer = async (message) =>
    message.id === ids[0]
      ? { outcome: 'refused-for-now', failure: { code: '131056', title: 'Pair rate limit' }, holds: 'person' }
      : accepted()
  for (let index = 0; index < 4; index += 1) {
    const runner = sender()
    await runner.run()
    await runner.settled()
  }
  expect(sent.map(({ message }) => message.id).toSorted()).toEqual([ids[0], ids[2], ids[3]].toSorted())
  const [row] = await test.rows<{ seconds: number }>(
    `select extract(epoch from due_at - now())::float8 as seconds from send_lane where due_at < 'infinity'`,
  )
  expect(row?.seconds).toBeGreaterThan(3)
  expect(row?.seconds).toBeLessThan(5.5)
})

it('keeps to the pace of one person: a few at once, then one by one, with others in between', async () => {
  const channelAccountId = await test.desk.perform(gym.system, 'connectChannel', {
    network: 'telegram',
    externalId: '77',
    name: 'Bot',
    token: 'a token',
  })
  const ids = await fillQueue(test, { ...gym, channelAccountId }, { people: 2, each: 5 })
  for (let index = 0; index < 8; index += 1) {
    const runner = sender()
    await runner.run()
    await runner.settled()
  }
  const ordered = sent.map(({ message }) => message.id)
  expect(ordered.filter((id) => ids.slice(0, 5).includes(id))).toEqual(ids.slice(0, 3))
  expect(ordered.filter((id) => ids.slice(5).includes(id))).toEqual(ids.slice(5, 8))
})

it('leaves places for others when the network of one account hangs', async () => {
  await fillQueue(test, gym, { people: 200 })
  let release: () => void = () => undefined
  const hanging = new Promise<void>((resolve) => {
    release = resolve
  })
  answer = async () => {
    await hanging
    return accepted()
  }
  const runner = sender()
  for (let index = 0; index < 3; index += 1) {
    await test.rows(`update channel_pace set paced_until = '-infinity'`)
    await runner.run()
  }
  const waiting = sent.length
  expect(waiting).toBeLessThanOrEqual(20)
  const [other] = await fillQueue(test, spa, { people: 1 })
  await runner.run()
  await expect.poll(() => sent.at(-1)?.message.id).toBe(other)
  release()
  await runner.settled()
})

it('forgets no message that is queued in the moment in which the queue of its conversation runs empty', async () => {
  await test.rows(`update channel_pace set paced_until = '-infinity'`)
  const [first = ''] = await fillQueue(test, gym, { people: 1 })
  const [{ conversation_id: conversationId = '', lead_id: leadId = '' } = {}] = await test.rows<{
    conversation_id: string
    lead_id: string
  }>('select conversation_id, lead_id from message where id = $1', [first])
  for (let round = 0; round < 30; round += 1) {
    const id = newId()
    await test.rows(`update channel_pace set paced_until = '-infinity'`)
    const runner = sender()
    await Promise.all([
      runner.run().then(() => runner.settled()),
      test.rows(
        `with m as (insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind,
           body, status, sent_at) values ($1, $2, $3, $4, $5, 'outbound', 'text', 'x', 'queued', now()))
         insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
         values ($1, $2, $3, $5)`,
        [gym.organizationId, id, conversationId, leadId, gym.channelAccountId],
      ),
    ])
  }
  await test.rows(`update channel_pace set paced_until = '-infinity'`)
  await workFor(700, 1)
  expect(sent).toHaveLength(31)
  const [lane] = await test.rows<{ due: string }>(
    'select due_at::text as due from send_lane where conversation_id = $1',
    [conversationId],
  )
  expect(lane?.due).toBe('infinity')
})
