import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createLog } from '#core/log.ts'
import { createRelay } from '#core/outbox/relay-events.ts'
import { chatEnds } from '#core/posts/chat-ends.ts'
import type { Messenger, Post, PostOutcome } from '#core/posts/post.ts'
import { createShower } from '#core/posts/show-posts.ts'
import { openTestCore, type TestCore } from '#core/testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '#core/testing/write-in.ts'
import { createGate } from '../posts/create-gate.ts'
import { foldFaces } from '../posts/fold-faces.ts'
import { testWords } from '../testing/open-chat.ts'
import { createSubscribers } from './create-subscribers.ts'

const log = createLog('silent')
let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let chat: string
let shown: { key: string; html: string; silent: boolean; replyTo: number | null; target: number | null }[]
let failures = 0
let number = 0

const messenger: Messenger = {
  name: 'bot 7',
  async show(post: Post): Promise<PostOutcome> {
    if (post.chatId !== chat) return { outcome: 'shown', externalId: 1 }
    if (failures > 0 && post.key.startsWith('message:')) {
      failures -= 1
      return { outcome: 'failed', reason: '502' }
    }
    const face = { ...post.content, ...foldFaces(testWords, post.together) } as {
      html?: string
      silent?: boolean
    }
    const html = String(face.html ?? '').replace(/[\u2066-\u2069\u200e]/g, '')
    const { key, replyTo, target } = post
    shown.push({ key, html, silent: face.silent === true, replyTo, target })
    number += 1
    return { outcome: 'shown', ...(target === null ? { externalId: number } : {}) }
  },
}

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  const [owner] = await test.rows<{ chat: string }>(
    'select telegram_user_id::text as chat from member where id = $1',
    [gym.owner.memberId],
  )
  chat = owner?.chat ?? ''
})
afterAll(() => test.close())
beforeEach(() => {
  shown = []
  failures = 0
})

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

async function tell() {
  for (const subscriber of subscribers()) {
    await runAll(createRelay({ database: test.core.database, subscriber, log, onFree: () => undefined }))
  }
}

const waiting = () => test.rows(`select 1 from staff_post where state = 'pending' and chat_id = $1`, [chat])

/** Shows all that waits, a second at a time. */
async function show() {
  const runner = createShower({
    database: test.core.database,
    messenger,
    log,
    onFree: () => undefined,
    ...chatEnds(test.desk),
  })
  for (let step = 0; step < 60; step += 1) {
    await runAll(runner)
    if ((await waiting()).length === 0) return
    await test.rows(`update staff_chat set paced_until = paced_until - interval '1 second'`)
    await test.rows(`update staff_post set due_at = due_at - interval '1 second' where state = 'pending'`)
    await test.rows('update staff_pace set paced_until = now()')
  }
}

/** A person writes so many lines at once. */
async function write(lines: number[], person = somePerson()) {
  const sentAt = Date.now() - 60_000
  const said = lines.map((line) =>
    inboundMessage('1001', { person, body: `Line ${line}.`, sentAt: new Date(sentAt + line * 1_000) }),
  )
  for (const message of said) await writeIn(test, [message], subscribers())
  await tell()
  return person
}
const rest = async () => {
  await test.rows(`update staff_chat set paced_until = now() - interval '1 minute'`)
  await test.rows(`update staff_post set created_at = created_at - interval '5 minutes'`)
  shown = []
}
const numbers = () =>
  shown.flatMap(({ html }) => [...html.matchAll(/Line (\d+)\./g)].map(([, line]) => Number(line)))

it('a burst in a private chat comes in a few messages, in order, whole, with one sound', async () => {
  const person = await write([1])
  await show()
  await rest()
  await write([2, 3, 4, 5, 6, 7, 8, 9, 10], person)
  await show()
  expect(numbers()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(shown.length).toBeLessThanOrEqual(4)
  expect(shown.map(({ silent }) => silent).filter((silent) => !silent)).toHaveLength(1)
  const folded = shown.find(({ html }) => html.includes('together because'))
  expect(folded?.html.match(/<b>/g), 'who it is, is said once').toHaveLength(1)
  expect(new Set(shown.map(({ replyTo }) => replyTo)).size, 'all below the card').toBe(1)
})

it('what two people write at once is not put together, nor anything overtaken', async () => {
  const [ana, ben] = [await write([1]), await write([11])]
  await show()
  await rest()
  for (const line of [2, 3, 4]) {
    await write([line], ana)
    await write([line + 10], ben)
  }
  await show()
  expect(numbers()).toEqual([2, 12, 3, 13, 4, 14])
  for (const { html } of shown) {
    const of = [...html.matchAll(/Line (\d+)\./g)].map(([, line]) => Number(line) > 10)
    expect(new Set(of).size).toBe(1)
  }
})

it('a message of such a burst that is taken back is marked, and the others stay as they are', async () => {
  const person = await write([1])
  await show()
  await rest()
  await write([2, 3, 4, 5, 6], person)
  await show()
  const [message] = await test.rows<{ id: string; leadId: string; conversationId: string }>(
    `update message set revoked_at = now() where body = 'Line 5.' and lead_id = (select lead_id from message
       where body = 'Line 6.' order by created_at desc limit 1)
     returning id, lead_id as "leadId", conversation_id as "conversationId"`,
  )
  shown = []
  await subscribers()[0]?.handle({
    id: '01a2b3c4-0000-7000-8000-0000000000aa',
    organizationId: gym.organizationId,
    type: 'message.changed',
    data: { leadId: message?.leadId ?? '', messageId: message?.id ?? '', change: 'revoked' },
    occurredAt: new Date(),
  } as never)
  await show()
  const edit = shown.find(({ target }) => target !== null)
  expect(edit?.html).toContain('together because')
  expect(edit?.html.match(/<i>/g), 'the line above, and the mark').toHaveLength(2)
  for (const line of ['Line 4.', 'Line 5.', 'Line 6.']) expect(edit?.html).toContain(line)
})

it('when Telegram fails in the middle of a burst, nothing is lost and nothing overtakes', async () => {
  const person = await write([1])
  await show()
  await rest()
  failures = 2
  await write([2, 3, 4, 5, 6, 7], person)
  await show()
  expect(numbers()).toEqual([2, 3, 4, 5, 6, 7])
})
