import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import { createRelay } from '#core/outbox/relay-events.ts'
import { chatEnds } from '#core/posts/chat-ends.ts'
import type { Messenger, Post, PostOutcome } from '#core/posts/post.ts'
import { createShower } from '#core/posts/show-posts.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { inboundMessage, writeIn } from '#core/testing/write-in.ts'
import { createSubscribers } from '../notices/create-subscribers.ts'
import { createGate } from '../posts/create-gate.ts'
import { foldFaces } from '../posts/fold-faces.ts'
import { testWords } from '../testing/open-chat.ts'

const group = '-1001'
const log = createLog('silent')
/** What Telegram allows in a group, sends and edits together. */
const perMinute = 20

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
/** Telegram's own clock, in seconds: a test has no minutes to wait, so time is moved by moving what was used up. */
let clock = 0
const calls: { at: number; post: Post; html: string }[] = []
let refusals = 0
let askedToWait = 0
let number = 0

const messenger: Messenger = {
  name: 'bot 7',
  async show(post): Promise<PostOutcome> {
    const recent = calls.filter(({ at }) => at > clock - 60)
    if (recent.length >= perMinute) {
      refusals += 1
      return { outcome: 'wait', ms: 30_000 }
    }
    if (askedToWait > 0) {
      askedToWait -= 1
      return { outcome: 'wait', ms: 30_000 }
    }
    const face = foldFaces(testWords, post.together)
    calls.push({ at: clock, post, html: String(face?.html ?? post.content.html ?? '') })
    number += 1
    return { outcome: 'shown', externalId: number }
  },
}

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  await test.desk.perform(gym.owner, 'connectTeamDesk', { chatId: group, title: 'Team' })
})
afterAll(() => test.close())

const subscribers = () =>
  createSubscribers({
    desk: test.desk,
    words: testWords,
    log,
    files: { open: () => Promise.reject(new Error('no file')), link: () => '' },
    publicUrl: () => '',
    seen: createGate(20_000),
  })

async function runAll(runner: { run(): Promise<number>; settled(): Promise<void> }) {
  let begun = 0
  do {
    begun = await runner.run()
    await runner.settled()
  } while (begun > 0)
}

const showing = () =>
  createShower({
    database: test.core.database,
    messenger,
    log,
    onFree: () => undefined,
    ...chatEnds(test.desk),
  })

async function pass(seconds: number) {
  clock += seconds
  await test.rows(
    `update staff_chat set paced_until = paced_until - make_interval(secs => $1),
       blocked_until = case when isfinite(blocked_until) then blocked_until - make_interval(secs => $1)
         else blocked_until end`,
    [seconds],
  )
  await test.rows(`update staff_pace set paced_until = now()`)
}
const waiting = async () =>
  (
    await test.rows<{ count: number }>(
      `select count(*)::int as count from staff_post where state = 'pending' and chat_id = $1`,
      [group],
    )
  )[0]?.count ?? 0

/** Tells the bot what happened, then shows all of it, a quarter of a minute at a time. */
async function tellAndShow() {
  for (const subscriber of subscribers()) {
    await runAll(createRelay({ database: test.core.database, subscriber, log, onFree: () => undefined }))
  }
  const runner = showing()
  for (let step = 0; step < 150 && (await waiting()) > 0; step += 1) {
    await runAll(runner)
    await pass(15)
  }
}

it('carries sixty new leads in a minute in one group: nothing refused, nothing lost, all in order', async () => {
  const people = Array.from({ length: 60 }, (_, index) => {
    const digits = `336399${String(10_000 + index)}`
    return {
      identities: [{ kind: 'phone' as const, value: `+${digits}`, address: digits }],
      name: `P${index}`,
    }
  })
  const began = Date.now() - 60_000
  const said = (line: number) =>
    people.map((person, index) =>
      inboundMessage('1001', {
        person,
        body: `${person.name} says ${line}.`,
        sentAt: new Date(began + line * 10_000 + index),
      }),
    )
  for (const line of [1, 2, 3]) await writeIn(test, said(line), subscribers())
  await tellAndShow()

  expect(refusals).toBe(0)
  expect(await waiting()).toBe(0)
  expect(
    await test.rows(`select 1 from staff_post where state = 'failed' and chat_id = $1`, [group]),
  ).toEqual([])
  const leads = await test.rows<{ id: string; name: string }>(
    `select l.id, c.name from lead l join contact c on c.organization_id = l.organization_id and c.id = l.contact_id`,
  )
  expect(leads).toHaveLength(60)
  const lobby = calls.filter(({ post }) => post.key.startsWith('lobby:'))
  for (const { id, name } of leads) {
    const own = calls.filter(({ post }) => post.leadId === id && !post.key.startsWith('lobby:'))
    expect(own[0]?.post.content.method).toBe('topic')
    const told = own.map(({ html }) => html).join('\n')
    const places = [1, 2, 3].map((line) => told.indexOf(`${name} says ${line}.`))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(own.filter(({ post }) => post.content.method === 'pin')).toHaveLength(1)
    expect(lobby.some(({ html }) => html.includes(`<b>${name}</b>`))).toBe(true)
  }
  // Claim cards were shown together, and that is said.
  expect(lobby.length).toBeLessThan(30)
  expect(lobby.some(({ html }) => html.includes('leads to claim, together'))).toBe(true)
  // What customers said was shown before anything that only looks nice.
  const ofCustomers = calls.findLastIndex(({ post }) => post.key.startsWith('message:'))
  expect(calls.findIndex(({ post }) => post.key.startsWith('pin:'))).toBeGreaterThan(ofCustomers)
  expect(ofCustomers).toBeGreaterThan(60)
}, 90_000)

it('with work in private chats, names sixty new leads in the lobby within the minute in which they come', async () => {
  await test.desk.perform(gym.owner, 'setDeskPlane', { plane: 'lobby' })
  const [before, began] = [calls.length, clock]
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const people = Array.from({ length: 6 }, (_, index) => {
      const digits = `336398${String(10_000 + tenth * 6 + index)}`
      return {
        identities: [{ kind: 'phone' as const, value: `+${digits}`, address: digits }],
        name: `L${digits}`,
      }
    })
    await writeIn(
      test,
      people.map((person) => inboundMessage('1001', { person, body: `${person.name} asks.` })),
      subscribers(),
    )
    for (const subscriber of subscribers()) {
      await runAll(createRelay({ database: test.core.database, subscriber, log, onFree: () => undefined }))
    }
    await runAll(showing())
    await pass(6)
  }
  await tellAndShow()
  const made = calls.slice(before)
  expect(refusals).toBe(0)
  expect(await waiting()).toBe(0)
  expect(clock - began).toBeLessThanOrEqual(60 + 30)
  const lobby = made.map(({ html }) => html).join('\n')
  for (let index = 0; index < 60; index += 1) expect(lobby).toContain(`L336398${10_000 + index}`)
  // The lobby is all that the group is written to.
  expect(made.filter(({ post }) => post.content.method === 'topic')).toEqual([])
  await test.desk.perform(gym.owner, 'setDeskPlane', { plane: 'group' })
}, 60_000)

it('waits as long as Telegram asks, to the second, and then shows each post once', async () => {
  const before = calls.length
  askedToWait = 1
  await writeIn(test, [inboundMessage('1001', { body: 'Still there?' })], subscribers())
  for (const subscriber of subscribers()) {
    await runAll(createRelay({ database: test.core.database, subscriber, log, onFree: () => undefined }))
  }
  await pass(600)
  await runAll(showing())
  await pass(29)
  await runAll(showing())
  expect(calls.length).toBe(before)
  await pass(1)
  await tellAndShow()
  expect(calls.slice(before).filter(({ html }) => html.includes('Still there?'))).toHaveLength(2)
  expect(new Set(calls.slice(before).map(({ post }) => post.key)).size).toBe(calls.length - before)
})
