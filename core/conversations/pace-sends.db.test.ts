import { Readable } from 'node:stream'
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

const sent: OutboundMessage[] = []
let answer: (message: OutboundMessage) => Promise<SendOutcome>
const accepted = async (): Promise<SendOutcome> => ({ outcome: 'sent', externalId: `wamid.${newId()}` })
const port = createTestPort({
  pace: { perSecond: 40 },
  send(_account, message) {
    sent.push(message)
    return answer(message)
  },
})
const personal = createTestPort({
  network: 'telegram',
  pace: { perSecond: 1_000, person: { everyMs: 60_000, burst: 3 } },
  send: (account, message) => port.send(account, message),
})
const slow = createTestPort({
  network: 'messenger',
  pace: { perSecond: 8 },
  paceOf: ({ level }) => ({ perSecond: level === 'upgraded' ? 200 : level === 'shared' ? 2 : 8 }),
  send: (account, message) => port.send(account, message),
})
const channels = [port, personal, slow]

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
    files: { open: async () => Readable.from([]), link: () => '' },
    subscriptions: [],
    log: createLog('silent'),
    onFree,
    onRecorded: () => undefined,
  })

/** Works as `openWorker` does, for so long: a claim that found no free connection is tried again. */
async function workFor(ms: number, senders: number) {
  const end = performance.now() + ms
  const loop = async () => {
    let wake: () => void = () => undefined
    const runner = sender(() => wake())
    while (performance.now() < end) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      const claimed = await runner.run().catch(() => 0)
      if (claimed === 0) await Promise.race([woken, sleep(250)])
    }
    await runner.settled()
  }
  await Promise.all(Array.from({ length: senders }, loop))
}

const connect = (network: string) =>
  test.desk.perform(gym.system, 'connectChannel', {
    network,
    externalId: `${network}-1`,
    name: network,
    token: 'a token',
  })

it('keeps to the pace of an account, however many processes send', async () => {
  const channelAccountId = await connect('messenger')
  await fillQueue(test, { ...gym, channelAccountId }, { people: 300 })
  const began = performance.now()
  await workFor(2_000, 3)
  const seconds = (performance.now() - began) / 1000
  // A quarter of a second's worth at once, then eight a second.
  expect(sent.length).toBeLessThanOrEqual(2 + seconds * 8)
  expect(sent.length).toBeGreaterThan(8)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
})

it('keeps to the pace that the network gives this one account, however many processes send', async () => {
  const channelAccountId = await connect('messenger')
  const hurry = async (level: string) => {
    await test.rows('update channel_account set facts = $2 where id = $1', [channelAccountId, { level }])
    await test.rows(`delete from outbound_send`)
    await test.rows(`update channel_pace set paced_until = '-infinity'`)
    await fillQueue(test, { ...gym, channelAccountId }, { people: 400 })
    sent.length = 0
    const began = performance.now()
    await workFor(1_000, 3)
    return { count: sent.length, seconds: (performance.now() - began) / 1000 }
  }
  const shared = await hurry('shared')
  expect(shared.count).toBeGreaterThan(0)
  expect(shared.count).toBeLessThanOrEqual(1 + shared.seconds * 2)
  const upgraded = await hurry('upgraded')
  expect(upgraded.count, 'more than the shared pace allows').toBeGreaterThan(2 * (1 + upgraded.seconds * 2))
})

it('sends the only message of one business at once, while another has 20,000 that wait for their pace', async () => {
  await fillQueue(test, gym, { people: 20_000, urgent: false })
  await workFor(300, 2)
  const before = sent.length
  const [id] = await fillQueue(test, spa, { people: 1 })
  const began = performance.now()
  await sender().run()
  await expect
    .poll(() => sent.slice(before).find((message) => message.id === id), { interval: 5 })
    .toBeTruthy()
  expect(performance.now() - began).toBeLessThan(3_000)
  // What is blocked is not looked at: a claim does not walk through the queue.
  await test.rows(`update channel_pace set blocked_until = now() + interval '1 hour'`)
  const claims = performance.now()
  for (let index = 0; index < 20; index += 1) {
    expect((await claimSends(test.core.database, channels, 20)).sends).toEqual([])
  }
  expect(performance.now() - claims).toBeLessThan(3_000)
})

it('sends what a person wrote before what a machine queued, in the same account', async () => {
  await fillQueue(test, gym, { people: 500, urgent: false })
  const [id] = await fillQueue(test, gym, { people: 1 })
  const runner = sender()
  await runner.run()
  await runner.settled()
  expect(sent.map(({ id }) => id)).toContain(id)
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
  expect(sent.map(({ id }) => id)).toEqual([other])
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
  expect(sent.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[2], ids[3]].toSorted())
  const [row] = await test.rows<{ seconds: number }>(
    `select extract(epoch from due_at - now())::float8 as seconds from send_lane where due_at < 'infinity'`,
  )
  expect(row?.seconds).toBeGreaterThan(3)
  expect(row?.seconds).toBeLessThan(5.5)
})

it('keeps to the pace of one person: a few at once, then one by one, with others in between', async () => {
  const channelAccountId = await connect('telegram')
  const ids = await fillQueue(test, { ...gym, channelAccountId }, { people: 2, each: 5 })
  for (let index = 0; index < 8; index += 1) {
    const runner = sender()
    await runner.run()
    await runner.settled()
  }
  const ordered = sent.map(({ id }) => id)
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
  for (let index = 0; index < 6; index += 1) {
    await test.rows(`update channel_pace set paced_until = '-infinity'`)
    await runner.run()
  }
  await sleep(100)
  expect(sent.length).toBeLessThanOrEqual(30)
  const [other] = await fillQueue(test, spa, { people: 1 })
  await runner.run()
  await expect.poll(() => sent.map(({ id }) => id)).toContain(other)
  const [third] = await fillQueue(test, spa, { people: 1 })
  const { sends } = await claimSends(test.core.database, channels, 1)
  expect(sends.map(({ message_id }) => message_id)).toEqual([third])
  release()
  await runner.settled()
})

it('forgets no message that is queued in the moment in which the queue of its conversation runs empty', async () => {
  const { organizationId, channelAccountId } = gym
  const [ending = ''] = await fillQueue(test, gym, { people: 1 })
  const begun = newId()
  let commit: () => void = () => undefined
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve
  })
  const queueing = test.core.database.transaction({ organizationId }, async (sql) => {
    await sql.query(
      `insert into message (organization_id, id, conversation_id, lead_id, channel_account_id, direction, kind, body, status,
         sent_at) select organization_id, $3, conversation_id, lead_id, channel_account_id, 'outbound', 'text', 'x',
         'queued', now() from message where organization_id = $1 and id = $2`,
      [organizationId, ending, begun],
    )
    await sql.query(
      `insert into outbound_send (organization_id, message_id, conversation_id, channel_account_id)
       select organization_id, id, conversation_id, $3 from message where organization_id = $1 and id = $2`,
      [organizationId, begun, channelAccountId],
    )
    await mayCommit
  })
  await sleep(50)
  const finishing = test.core.database.transaction({ organizationId }, (sql) =>
    sql.query('delete from outbound_send where organization_id = $1 and message_id = $2', [
      organizationId,
      ending,
    ]),
  )
  await sleep(50)
  commit()
  await Promise.all([queueing, finishing])
  const { sends } = await claimSends(test.core.database, channels, 20)
  expect(sends.map(({ message_id }) => message_id)).toEqual([begun])
})
