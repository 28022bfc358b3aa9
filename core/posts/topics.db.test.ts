import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { chatEnds } from './chat-ends.ts'
import type { Messenger, NewPost, Post, PostOutcome } from './post.ts'
import { createShower } from './show-posts.ts'

const group = '-1001'
const shown: Post[] = []
let number = 0
const accept = (): PostOutcome => {
  number += 1
  return { outcome: 'shown', externalId: number }
}
let answer: (post: Post) => PostOutcome = accept
const messenger: Messenger = {
  name: 'bot 7',
  async show(post) {
    shown.push(post)
    return answer(post)
  },
}

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let leadId = ''
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  leadId = (await writeIn(test, [inboundMessage('1001')])).leadId
})
afterAll(() => test.close())
afterEach(async () => {
  shown.length = 0
  answer = accept
  for (const table of ['staff_post', 'staff_chat', 'staff_pace', 'team_desk'])
    await test.rows(`delete from ${table}`)
})

const shower = () =>
  createShower({
    database: test.core.database,
    messenger,
    log: createLog('silent'),
    onFree: () => undefined,
    ...chatEnds(test.desk),
  })
async function showAll() {
  const runner = shower()
  let begun = 0
  do {
    begun = await runner.run()
    await runner.settled()
  } while (begun > 0)
}
/** Shows all, as if a minute passed whenever a chat has to wait. */
async function showInTime(minutes = 10) {
  for (let minute = 0; minute < minutes; minute += 1) {
    await showAll()
    await test.rows(`update staff_chat set paced_until = '-infinity'`)
    await test.rows(`update staff_post set due_at = now() where state = 'pending' and lease_token is null`)
  }
}
const chat = { id: group, kind: 'group' as const }
const topic: NewPost = {
  chat,
  key: 'topic:1',
  urgency: 1,
  content: { method: 'topic', name: 'Lina' },
  standing: true,
}
const inTopic = (key: string, more: Partial<NewPost> = {}): NewPost => ({
  chat,
  key,
  urgency: 1,
  topicKey: 'topic:1',
  leadId,
  content: { method: 'send', html: key },
  ...more,
})
const card = () => inTopic('card', { standing: true })
const put = (...posts: NewPost[]) => test.desk.perform(gym.system, 'putPosts', { posts })
const keys = () => shown.map(({ key }) => key)

it('makes a topic before what stands in it', async () => {
  await put(inTopic('first'), topic)
  await showAll()
  expect(keys()).toEqual(['topic:1', 'first'])
  expect(shown[1]?.topic).toBe(number - 1)
})

it('heals a deleted topic: topic and card are made again as they last were, and the message comes once', async () => {
  await put(topic, card(), inTopic('pin', { standing: true, targetKey: 'card', urgency: 3 }))
  await put(
    inTopic('change', { targetKey: 'card', urgency: 2, content: { method: 'edit', html: 'claimed' } }),
  )
  await put({
    ...topic,
    key: 'name',
    standing: false,
    targetKey: 'topic:1',
    urgency: 4,
    content: { method: 'topic', name: 'Lina, claimed' },
  })
  await showInTime()
  shown.length = 0
  let deleted = true
  answer = (post) => {
    if (post.content.method === 'topic') deleted = false
    return deleted ? { outcome: 'astray', reason: 'message thread not found' } : accept()
  }
  await put(inTopic('message'))
  await showInTime()
  expect(keys()).toEqual(['message', 'topic:1', 'card', 'message', 'pin'])
  expect(shown[1]?.content).toMatchObject({ method: 'topic', name: 'Lina, claimed' })
  expect(shown[2]?.content).toMatchObject({ method: 'send', html: 'claimed' })
  expect(shown[3]?.topic).toBe(number - 3)
})

it('shows a card again that somebody deleted, with the change that found it gone', async () => {
  await put(topic, card())
  await showInTime()
  shown.length = 0
  let gone = true
  answer = (post) => {
    if (post.content.method === 'edit' && gone) {
      gone = false
      return { outcome: 'gone', reason: 'message to edit not found' }
    }
    return accept()
  }
  await put(
    inTopic('change', { targetKey: 'card', urgency: 2, content: { method: 'edit', html: 'claimed' } }),
  )
  await showInTime()
  expect(shown.map(({ key, content }) => [key, content.method, content.html])).toEqual([
    ['change', 'edit', 'claimed'],
    ['card', 'send', 'claimed'],
  ])
})

it('keeps what a customer said in order while one of it is tried again', async () => {
  await put(topic, inTopic('one'), inTopic('two'))
  let tries = 0
  answer = (post) => {
    if (post.key === 'one') tries += 1
    return post.key === 'one' && tries === 1 ? { outcome: 'failed', reason: '502' } : accept()
  }
  await showInTime()
  expect(keys()).toEqual(['topic:1', 'one', 'one', 'two'])
})

it('folds what waits in a topic into one message when the group gets more than it may be shown', async () => {
  await put(topic, ...[1, 2, 3, 4, 5, 6].map((each) => inTopic(`m${each}`, { folds: true })))
  await showInTime()
  expect(keys()).toEqual(['topic:1', 'm1', 'm2', 'm3'])
  expect(shown[3]?.together.map(({ html }) => html)).toEqual(['m3', 'm4', 'm5', 'm6'])
  const rows = await test.rows<{ numbers: number }>(
    `select count(distinct external_id)::int as numbers from staff_post where state = 'sent' and key between 'm3' and 'm6'`,
  )
  expect(rows[0]?.numbers).toBe(1)
  shown.length = 0
  await put(
    inTopic('undo', { targetKey: 'm4', urgency: 2, content: { method: 'edit', html: 'm4 taken back' } }),
    inTopic('redo', { targetKey: 'm5', urgency: 2, content: { method: 'edit', html: 'm5 changed' } }),
  )
  await showInTime()
  expect(shown.map(({ together }) => together.map(({ html }) => html))).toEqual([
    ['m3', 'm4 taken back', 'm5', 'm6'],
    ['m3', 'm4 taken back', 'm5 changed', 'm6'],
  ])
})

it('never folds across a file, so that nothing overtakes it', async () => {
  await put(topic, ...['a', 'b', 'c', 'd'].map((key) => inTopic(key, { folds: true })))
  await put(inTopic('file'), inTopic('e', { folds: true }))
  await showInTime()
  expect(shown.map(({ key, together }) => [key, together.length])).toEqual([
    ['topic:1', 0],
    ['a', 0],
    ['b', 0],
    ['c', 2],
    ['file', 0],
    ['e', 0],
  ])
})

it('lets organizations take turns, so that one with few chats need not wait for one with many', async () => {
  const other = await test.makeOrganization('Busy Bank', `20${Date.now()}`)
  const of = (id: string): NewPost => ({ chat: { id, kind: 'private' }, key: 'k', urgency: 1, content: {} })
  await test.desk.perform(other.system, 'putPosts', {
    posts: Array.from({ length: 60 }, (_, index) => of(`8${index}`)),
  })
  await put(of('9'))
  await test.rows(`update staff_chat set paced_until = now() where id = '9'`)
  const runner = shower()
  await runner.run()
  await runner.settled()
  expect(shown.map(({ chatId }) => chatId)).toContain('9')
})

it('keeps what a broken group should have been shown, and shows it in order once that is mended', async () => {
  await test.desk.perform(gym.owner, 'connectTeamDesk', { chatId: group, title: 'Team' })
  await put(topic, inTopic('one'), inTopic('two'))
  answer = () => ({
    outcome: 'unreachable',
    reason: '403: Forbidden: bot was kicked from the supergroup chat',
  })
  await showInTime(2)
  expect(keys()).toEqual(['topic:1'])
  expect(await test.desk.ask(gym.owner, 'readTeamDesk', {})).toMatchObject({ state: 'broken', version: 2 })
  answer = accept
  await test.desk.perform(gym.system, 'mendTeamDesk', { chatId: group })
  await showInTime()
  expect(keys()).toEqual(['topic:1', 'topic:1', 'one', 'two'])
})

it('follows a group that has another number', async () => {
  await test.desk.perform(gym.owner, 'connectTeamDesk', { chatId: group, title: 'Team' })
  await put(topic, inTopic('one'))
  answer = (post) =>
    post.chatId === group ? { outcome: 'moved', chatId: '-1002', reason: 'upgraded' } : accept()
  await showInTime()
  expect(shown.map(({ chatId, key }) => `${chatId} ${key}`)).toEqual([
    '-1001 topic:1',
    '-1002 topic:1',
    '-1002 one',
  ])
  expect(await test.desk.ask(gym.owner, 'readTeamDesk', {})).toMatchObject({
    chatId: '-1002',
    state: 'active',
  })
})

it('still turns and names a topic that was to be so whatever it was known to be, when its change is merged with a later one', async () => {
  await put(topic)
  await showAll()
  const change = (key: string, content: Record<string, string | boolean>): NewPost => ({
    ...topic,
    ...{ key, standing: false, targetKey: 'topic:1', mergeKey: 'name:1', urgency: 2 },
    content: { method: 'topic', ...content },
  })
  await put(
    change('closed by hand', { name: 'Lina', closed: true, turned: true, renamed: true }),
    change('the customer writes', { name: 'Lina', closed: false, turned: true }),
    change('renamed', { name: 'Lina B.', closed: false }),
  )
  await showInTime()
  expect(shown.slice(1).map(({ content }) => content)).toEqual([
    { method: 'topic', name: 'Lina B.', closed: false, turned: true, renamed: true },
  ])
  await put(change('later', { name: 'Lina C.', closed: false }))
  await showInTime()
  expect(shown.at(-1)?.content).toEqual({ method: 'topic', name: 'Lina C.', closed: false })
})
