import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { chatEnds } from './chat-ends.ts'
import type { Messenger, NewPost, Post, PostOutcome } from './post.ts'
import { createShower } from './show-posts.ts'

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
let amina: Awaited<ReturnType<typeof gym.join>>
let leadId = ''
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  amina = await gym.join('Amina')
  leadId = (await writeIn(test, [inboundMessage('1001')])).leadId
})
afterAll(() => test.close())
afterEach(async () => {
  shown.length = 0
  answer = accept
  for (const table of ['staff_post', 'staff_chat', 'staff_pace', 'domain_event cascade'])
    await test.rows(table.includes('cascade') ? `truncate ${table}` : `delete from ${table}`)
  await test.desk.perform(amina, 'setLeadTopics', { on: false })
})

/** Shows all, as if a minute passed whenever a chat has to wait. */
async function showInTime(minutes = 8) {
  const runner = createShower({
    database: test.core.database,
    messenger,
    log: createLog('silent'),
    onFree: () => undefined,
    ...chatEnds(test.desk),
  })
  for (let minute = 0; minute < minutes; minute += 1) {
    let begun = 0
    do {
      begun = await runner.run()
      await runner.settled()
    } while (begun > 0)
    await test.rows(`update staff_chat set paced_until = '-infinity'`)
    await test.rows(`update staff_post set due_at = now() where state = 'pending' and lease_token is null`)
  }
}
const chat = () => ({ id: String(amina.person.telegramUserId), kind: 'private' as const })
const topic = (): NewPost => ({
  chat: chat(),
  key: 'topic:1',
  urgency: 1,
  leadId,
  content: { method: 'topic', name: 'Lina' },
  standing: true,
})
const inTopic = (key: string, more: Partial<NewPost> = {}): NewPost => ({
  chat: chat(),
  key,
  urgency: 1,
  topicKey: 'topic:1',
  leadId,
  content: { method: 'send', html: key },
  ...more,
})
const plain = (key: string): NewPost => {
  const { topicKey: _topic, ...post } = inTopic(key)
  return post
}
const card = () => inTopic('card', { standing: true })
const pin = () =>
  inTopic('pin', { standing: true, targetKey: 'card', urgency: 3, content: { method: 'pin' } })
const put = (...posts: NewPost[]) => test.desk.perform(gym.system, 'putPosts', { posts })
const told = () => shown.map(({ key, topic: place }) => `${key.split(':')[0]} ${place === null ? '-' : 'in'}`)
const state = () => test.desk.ask(amina, 'readLeadTopics', {})
const refusals = () =>
  test.rows<{ data: { reason: string } }>(
    `select data from domain_event where type = 'member.topics-refused'`,
  )
const noForum: PostOutcome = { outcome: 'topicless', reason: '400: Bad Request: the chat is not a forum' }

it('shows in the chat itself what has no topic, loses nothing, and tells it once', async () => {
  await test.desk.perform(amina, 'setLeadTopics', { on: true })
  await put(topic(), card(), pin(), inTopic('one'), inTopic('two'))
  answer = (post) => (post.content.method === 'topic' || post.topic !== null ? noForum : accept())
  await showInTime()
  expect(told()).toEqual(['topic -', 'card -', 'one -', 'two -'])
  expect(await state()).toBe('refused')
  expect((await refusals()).map(({ data }) => data.reason)).toEqual([noForum.reason])
  // What was on its way while that was found out goes the same way.
  await put(inTopic('three'))
  await showInTime()
  expect(told().at(-1)).toBe('three -')
  expect(await refusals()).toHaveLength(1)
})

it('has topics again once they are asked for, also of the same lead', async () => {
  await test.desk.perform(amina, 'setLeadTopics', { on: true })
  await put(topic(), card())
  answer = (post) => (post.content.method === 'topic' ? noForum : accept())
  await showInTime()
  answer = accept
  shown.length = 0
  await test.desk.perform(amina, 'setLeadTopics', { on: true })
  expect(await test.desk.ask(gym.system, 'findTopics', { chatIds: [chat().id], key: 'topic:1' })).toEqual([])
  await put(topic(), card(), inTopic('one'))
  await showInTime()
  expect(told()).toEqual(['topic -', 'card in', 'one in'])
  expect(
    await test.desk.ask(gym.system, 'findTopics', { chatIds: [chat().id], key: 'topic:1' }),
  ).toMatchObject([{ chatId: chat().id, content: { name: 'Lina' } }])
})

it('heals a topic that was deleted, and does not make one over and over that takes nothing', async () => {
  await test.desk.perform(amina, 'setLeadTopics', { on: true })
  await put(topic(), card())
  await showInTime()
  shown.length = 0
  let deleted = true
  const astray: PostOutcome = { outcome: 'astray', reason: 'message thread not found' }
  answer = (post) => {
    if (post.content.method === 'topic') deleted = false
    return deleted ? astray : accept()
  }
  await put(inTopic('one'))
  await showInTime()
  expect(told()).toEqual(['one in', 'topic -', 'card in', 'one in'])
  expect(await state()).toBe('on')
  shown.length = 0
  answer = (post) => (post.topic === null ? accept() : astray)
  await put(inTopic('two'))
  await showInTime()
  expect(told()).toEqual(['two in', 'topic -', 'card in', 'card -', 'two -'])
  expect(await state()).toBe('refused')
})

it('goes back to the chat itself when its member wants so, also with what still waits', async () => {
  await test.desk.perform(amina, 'setLeadTopics', { on: true })
  await put(topic(), card(), pin(), inTopic('one'))
  await test.desk.perform(amina, 'setLeadTopics', { on: false })
  await showInTime()
  expect(told()).toEqual(['card -', 'one -'])
  expect(await refusals()).toEqual([])
})

it('tells the cards in topics and those in the chat itself apart, the newest last', async () => {
  const key = `card:${leadId}`
  await put(topic(), inTopic(`${key}:topic`), plain(key))
  await put(inTopic(`${key}:later`))
  await showInTime()
  const found = await test.desk.ask(gym.system, 'listNewestPosts', { leadId, keyPrefix: key })
  expect(found).toEqual([
    { chatId: chat().id, key, inTopic: false },
    { chatId: chat().id, key: `${key}:later`, inTopic: true },
  ])
})
