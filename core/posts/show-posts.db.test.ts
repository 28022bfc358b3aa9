import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import type { Messenger, NewPost, Post, PostOutcome } from './post.ts'
import { createShower } from './show-posts.ts'

const shown: Post[] = []
let answer: (post: Post) => Promise<PostOutcome>
let number = 100
const accept = async (): Promise<PostOutcome> => {
  number += 1
  return { outcome: 'shown', externalId: number }
}
const messenger: Messenger = {
  name: 'bot 7',
  show(post) {
    shown.push(post)
    return answer(post)
  },
}

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
const unreachable: string[] = []

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())
answer = accept
afterEach(async () => {
  shown.length = 0
  answer = accept
  await test.rows('delete from staff_post')
  await test.rows('delete from staff_chat')
  await test.rows('delete from staff_pace')
})

const shower = () =>
  createShower({
    database: test.core.database,
    messenger,
    log: createLog('silent'),
    onFree: () => undefined,
    onUnreachable: async (_organization, chat) => void unreachable.push(chat),
    onTopicless: async () => undefined,
    onMoved: async () => undefined,
  })
async function showAll(runner = shower()) {
  let begun = 0
  do {
    begun = await runner.run()
    await runner.settled()
  } while (begun > 0)
}
const post = (chat: string, key: string, more: Partial<NewPost> = {}): NewPost => ({
  chat: { id: chat, kind: 'private' },
  key,
  urgency: 1,
  content: { text: key },
  ...more,
})
const put = (...posts: NewPost[]) => test.desk.perform(gym.system, 'putPosts', { posts })
const texts = () => shown.map(({ content }) => content.text)

it('shows a post once, however often it is asked for', async () => {
  await put(post('1', 'a'), post('1', 'a'))
  await put(post('1', 'a'))
  await Promise.all([showAll(), showAll()])
  expect(texts()).toEqual(['a'])
})

it('shows the posts of a chat in order, one at a time, and what customers say before cards and ticks', async () => {
  let underway = 0
  answer = async () => {
    underway += 1
    expect(underway).toBe(1)
    await sleep(5)
    underway -= 1
    return accept()
  }
  await put(post('2', 'tick', { urgency: 3, counted: false }), post('2', 'card', { urgency: 2 }))
  await put(post('2', 'first'), post('2', 'second'))
  await test.rows(`update staff_chat set paced_until = '-infinity'`)
  await showAll()
  await test.rows(`update staff_chat set paced_until = '-infinity'`)
  await showAll()
  expect(texts()).toEqual(['first', 'second', 'card', 'tick'])
})

it('says of a chat that something is being shown there, for as long as nobody knows its number', async () => {
  const isShowing = (chatId: string) => test.desk.ask(gym.owner, 'isShowing', { chatId })
  const meanwhile: boolean[] = []
  answer = async () => {
    meanwhile.push(await isShowing('22'), await isShowing('23'))
    return accept()
  }
  await put(post('22', 'card'))
  expect(await isShowing('22')).toBe(false)
  await showAll()
  expect(meanwhile).toEqual([true, false])
  expect(await isShowing('22')).toBe(false)
})

it('answers a member before it tells him what else has come', async () => {
  const change = { targetKey: 'card', mergeKey: 'change:card' } as const
  await put(post('21', 'card', { urgency: 2 }))
  await showAll()
  await test.rows(`update staff_chat set paced_until = '-infinity'`)
  await put(post('21', 'news'), post('21', 'changed', { ...change, urgency: 2 }))
  await put(post('21', 'answer', { urgency: 0 }), post('21', 'pressed', { ...change, urgency: 0 }))
  await showAll()
  expect(texts()).toEqual(['card', 'pressed', 'answer', 'news'])
})

it('keeps to the pace of a private chat: three at once, then one a second', async () => {
  await put(...Array.from({ length: 5 }, (_, index) => post('3', `p${index}`)))
  await showAll()
  expect(shown).toHaveLength(3)
  await sleep(1_050)
  await showAll()
  expect(shown).toHaveLength(4)
})

it('keeps to twenty a minute in a group', async () => {
  await put(
    ...Array.from({ length: 30 }, (_, index) =>
      post('-4', `g${index}`, { chat: { id: '-4', kind: 'group' } }),
    ),
  )
  await showAll()
  expect(shown).toHaveLength(4)
  // Sixteen more in the rest of the minute, and not one more.
  for (let step = 0; step < 16; step += 1) {
    await test.rows(`update staff_chat set paced_until = paced_until - interval '3.75 seconds'`)
    await showAll()
  }
  expect(shown).toHaveLength(20)
})

it('keeps all chats of the bot together under thirty a second', async () => {
  await put(...Array.from({ length: 60 }, (_, index) => post(`5${index}`, 'x')))
  const began = performance.now()
  await Promise.all([showAll(), showAll()])
  expect(shown.length).toBeGreaterThan(20)
  // A slow machine has earned more by the time it is done.
  expect(shown.length).toBeLessThanOrEqual(30 * (1 + (performance.now() - began) / 1000))
})

it('leaves a chat alone as long as the network asks, while others go on', async () => {
  answer = async ({ chatId }) => (chatId === '6' ? { outcome: 'wait', ms: 60_000 } : accept())
  await put(post('6', 'later'), post('7', 'now'))
  await showAll()
  await showAll()
  expect(texts().toSorted()).toEqual(['later', 'now'])
  const [row] = await test.rows(`select attempts, state from staff_post where key = 'later'`)
  expect(row).toEqual({ attempts: 0, state: 'pending' })
})

it('folds waiting changes of one card into the newest', async () => {
  const { leadId } = await writeIn(test, [inboundMessage('1001')])
  await put(post('8', 'card', { leadId }))
  await showAll()
  for (const version of [1, 2, 3]) {
    await put(
      post('8', `edit ${version}`, {
        urgency: 2,
        mergeKey: 'card',
        targetKey: 'card',
        leadId,
        content: { text: `version ${version}` },
      }),
    )
  }
  await showAll()
  expect(texts()).toEqual(['card', 'version 3'])
  expect(shown.at(-1)).toMatchObject({ target: number - 1, shown: { text: 'card' } })
})

it('leaves a page of a card open that says what a yielding change would say, and nothing else', async () => {
  const face = { method: 'edit', html: 'Karim has it' }
  const yields = { ...face, yields: true }
  const page = { ...face, html: 'Karim has it\n\nFor how long?', page: true }
  const change = (key: string, content: Record<string, string | boolean | string[]>) =>
    post('8', key, { urgency: 2, mergeKey: 'card', targetKey: 'card', content })
  const waits = async (...contents: Record<string, string | boolean | string[]>[]) => {
    await put(post('8', 'card'))
    for (const [at, content] of contents.entries()) await put(change(`edit ${at}`, content))
    const rows = await test.rows<{ content: object }>(`select content from staff_post where key <> 'card'`)
    await test.rows('delete from staff_post')
    return rows.map(({ content }) => content)
  }
  expect(await waits(page, yields)).toEqual([page])
  expect(await waits({ ...face, page: true }, yields)).toEqual([{ ...face, page: true }])
  expect(await waits(yields, page)).toEqual([page])
  // Whoever goes back from a page means it.
  expect(await waits(page, face)).toEqual([face])
  const changed = { ...yields, html: 'Karim has' }
  expect(await waits(page, changed)).toEqual([changed])
  const left = (hours: string) => ({ html: `Karim has it\n${hours}`, fleeting: [`\n${hours}`] })
  const early = { ...page, ...left('2 h left') }
  expect(await waits(early, { ...yields, ...left('1 h left') })).toEqual([early])
  const both = { html: 'Karim has it\nHello\n1 h left', fleeting: ['\nHello', '\n1 h left'] }
  expect(await waits(page, { ...yields, ...both })).toEqual([page])
  const closed = { ...yields, html: 'Karim has it\nclosed' }
  expect(await waits(early, closed)).toEqual([closed])
})

it('answers the post that it refers to, by the number it was shown under', async () => {
  await put(post('9', 'card'), post('9', 'following', { replyToKey: 'card' }))
  await showAll()
  expect(shown[1]?.replyTo).toBe(number - 1)
})

it('makes a change wait for a card that could not be shown yet', async () => {
  answer = async ({ key }) =>
    key === 'card' && shown.length === 1 ? { outcome: 'failed', reason: '502' } : accept()
  await put(post('10', 'card'), post('10', 'edit', { urgency: 2, targetKey: 'card' }))
  await showAll()
  expect(texts()).toEqual(['card'])
  await test.rows(`update staff_post set due_at = now()`)
  await showAll()
  expect(texts()).toEqual(['card', 'card', 'edit'])
})

it('reports a person who cannot be written to, and does not try for ever', async () => {
  answer = async () => ({ outcome: 'unreachable', reason: 'bot was blocked by the user' })
  await put(post('11', 'x'))
  await showAll()
  await showAll()
  expect(shown).toHaveLength(1)
  expect(unreachable).toContain('11')
})

it('takes over what a killed process was showing, once its lease has run out', async () => {
  await put(post('12', 'orphan'))
  await test.rows(`update staff_post set lease_token = $1, lease_until = now() + interval '1 minute'`, [
    newId(),
  ])
  await test.rows(`update staff_chat set lease_until = now() + interval '1 minute'`)
  await showAll()
  expect(shown).toHaveLength(0)
  await test.rows(`update staff_chat set lease_until = now() - interval '1 second'`)
  await showAll()
  expect(texts()).toEqual(['orphan'])
})

it('knows what was shown under a number, and nothing of other organizations', async () => {
  const other = await test.makeOrganization('Other', '2002')
  await put(post('13', 'card'))
  await showAll()
  expect(
    await test.desk.ask(gym.owner, 'findPost', { account: '7', chatId: '13', externalId: number }),
  ).toMatchObject({
    key: 'card',
  })
  expect(
    await test.desk.ask(other.owner, 'findPost', { account: '7', chatId: '13', externalId: number }),
  ).toBeNull()
})

it('goes on trying while the network is in trouble, for a day, and gives up at once what it will not take', async () => {
  answer = async ({ key }) => ({ outcome: key === 'odd' ? 'refused' : 'failed', reason: 'no' })
  await put(post('14', 'patient'), post('14', 'odd'))
  for (let round = 0; round < 15; round += 1) {
    await test.rows(`update staff_post set due_at = now()`)
    await test.rows(`update staff_chat set paced_until = '-infinity'`)
    await showAll()
  }
  const states = () => test.rows(`select key, state from staff_post order by key`)
  expect(await states()).toEqual([
    { key: 'odd', state: 'failed' },
    { key: 'patient', state: 'pending' },
  ])
  await test.rows(`update staff_post set due_at = now(), created_at = now() - interval '25 hours'`)
  await showAll()
  expect((await states())[1]).toEqual({ key: 'patient', state: 'failed' })
})

const messageOf = (digit: string) => `01a2b3c4-0000-7000-8000-00000000000${digit}`
const album = (chat: string, key: string, size: number, more: Partial<NewPost> = {}) =>
  post(chat, key, {
    weight: size,
    content: { items: Array.from({ length: size }, (_, index) => ({ messageId: messageOf(String(index)) })) },
    ...more,
  })

it('knows an album by the number of each of its parts, and which message that part shows', async () => {
  answer = async ({ key }) =>
    key === 'album' ? { outcome: 'shown', externalId: 501, parts: [501, null, 503] } : { outcome: 'shown' }
  await put(album('15', 'album', 3), post('15', 'undo', { urgency: 2, targetKey: 'album' }))
  await showAll()
  await test.rows(`update staff_chat set paced_until = '-infinity'`)
  await showAll()
  const find = (externalId: number) =>
    test.desk.ask(gym.owner, 'findPost', { account: '7', chatId: '15', externalId })
  expect(await find(501)).toMatchObject({ key: 'album', messageId: messageOf('0') })
  expect(await find(503)).toMatchObject({ key: 'album', messageId: messageOf('2') })
  expect(await find(502)).toBeNull()
  expect(shown.at(-1)).toMatchObject({ key: 'undo', target: 501, targetParts: [501, null, 503] })
})

it('counts an album as what it is made of, in its chat and for the whole bot', async () => {
  await put(album('16', 'album', 5), post('16', 'next'))
  await showAll()
  expect(shown.map(({ key }) => key)).toEqual(['album'])
  const owed = `select extract(epoch from paced_until - now())::float8 as owed from`
  const [chat] = await test.rows<{ owed: number }>(`${owed} staff_chat where id = '16'`)
  expect(chat?.owed).toBeGreaterThan(4)
  await test.rows(`update staff_chat set paced_until = paced_until - interval '3 seconds'`)
  await showAll()
  expect(shown).toHaveLength(2)
})

it('never lets albums pass what the whole bot may show, nor waits for ever with one', async () => {
  for (let chat = 0; chat < 6; chat += 1) await put(album(`17${chat}`, 'album', 10))
  await showAll()
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.length).toBeLessThanOrEqual(3)
  await test.rows(`update staff_pace set paced_until = now()`)
  await showAll()
  expect(shown.length).toBeGreaterThan(3)
})

it('waits for more of its kind as long as it was told to, and not longer than the first was', async () => {
  const waiting = (content: string, delayMs: number) =>
    post('18', 'files', { mergeKey: 'files', delayMs, content: { text: content } })
  await put(waiting('one', 60_000))
  await showAll()
  await put(waiting('one and two', 60_000))
  await showAll()
  expect(shown).toEqual([])
  await test.rows(`update staff_post set due_at = now() + interval '1 hour'`)
  await put(waiting('all', 0))
  await showAll()
  expect(texts()).toEqual(['all'])
})

it('cuts off an upload when the process ends, and shows it again later', async () => {
  answer = ({ key }) => (key === 'quick' ? accept() : new Promise(() => undefined))
  const cut: Messenger = {
    ...messenger,
    show: (shownPost, hurry) =>
      Promise.race([
        messenger.show(shownPost),
        new Promise<PostOutcome>((resolve) => {
          hurry?.addEventListener('abort', () => resolve({ outcome: 'failed', reason: 'cut off' }))
        }),
      ]),
  }
  const runner = createShower({
    database: test.core.database,
    messenger: cut,
    log: createLog('silent'),
    onFree: () => undefined,
    onUnreachable: async () => undefined,
    onTopicless: async () => undefined,
    onMoved: async () => undefined,
  })
  await put(post('19', 'upload'))
  await runner.run()
  const began = performance.now()
  await runner.settled()
  expect(performance.now() - began).toBeLessThan(8_000)
  answer = accept
  await test.rows(`update staff_post set due_at = now()`)
  await showAll()
  expect(await test.rows(`select state from staff_post where key = 'upload'`)).toEqual([{ state: 'sent' }])
}, 15_000)
