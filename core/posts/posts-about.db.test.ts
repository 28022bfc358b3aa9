import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import type { NewPost } from './post.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
let bakery: Awaited<ReturnType<TestCore['makeOrganization']>>
let lead: Awaited<ReturnType<typeof writeIn>>
let quoting: Awaited<ReturnType<typeof writeIn>>
const person = somePerson()
const externalId = `wamid.${newId()}`

const put = (actor: typeof gym.system, ...keys: (Partial<NewPost> & { key: string })[]) =>
  test.desk.perform(actor, 'putPosts', {
    posts: keys.map((more) => ({
      chat: { id: '1', kind: 'private' as const },
      urgency: 1 as const,
      content: { html: 'secret words' },
      ...more,
    })),
  })
const about = (actor: typeof gym.system, input: { after?: string; limit?: number } = {}) =>
  test.desk.ask(actor, 'listPostsAbout', { messageId: lead.messageId, ...input })

beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
  bakery = await test.makeOrganization('Harbour Bakery', '2002')
  lead = await writeIn(test, [inboundMessage('1001', { externalId, person })])
  quoting = await writeIn(test, [inboundMessage('1001', { person, replyTo: externalId })])
  const other = await writeIn(test, [inboundMessage('1001', { person: somePerson() })])
  await put(
    gym.system,
    { key: 'card', leadId: lead.leadId },
    { key: 'announced', subjects: [lead.messageId] },
    { key: 'quoting', subjects: [quoting.messageId] },
    { key: 'inbox', subjects: [other.leadId, lead.leadId] },
    { key: 'other card', leadId: other.leadId },
    { key: 'other', subjects: [other.messageId] },
  )
})
afterAll(() => test.close())

it('finds every post that shows a message: its own, those that quote it, its lead’s, and lists with its lead', async () => {
  const found = await about(gym.system)
  expect(found.map(({ key, isNamed }) => [key, isNamed])).toEqual([
    ['card', false],
    ['announced', true],
    ['quoting', true],
    ['inbox', true],
  ])
  const [first] = await about(gym.system, { limit: 1 })
  expect((await about(gym.system, { after: first?.id ?? '' })).map(({ key }) => key)).toEqual([
    'announced',
    'quoting',
    'inbox',
  ])
})

it('finds what merged into a waiting post by its new message too', async () => {
  await put(gym.system, { key: 'files', mergeKey: 'files' })
  await put(gym.system, { key: 'files', mergeKey: 'files', subjects: [lead.messageId] })
  expect((await about(gym.system)).map(({ key }) => key)).toContain('files')
})

it('finds and rewrites nothing of another organization', async () => {
  expect(await about(bakery.system)).toEqual([])
  const [row] = await test.rows<{ id: string }>(`select id from staff_post where key = 'announced'`)
  const posts = [{ id: row?.id ?? '', content: { html: 'gone' } }]
  await test.desk.perform(bakery.system, 'rewritePosts', { posts })
  expect(await test.rows(`select 1 from staff_post where content->>'html' = 'gone'`)).toEqual([])
  await test.desk.perform(gym.system, 'rewritePosts', { posts })
  const rewritten = await test.rows(`select key from staff_post where content->>'html' = 'gone'`)
  expect(rewritten).toEqual([{ key: 'announced' }])
})

it('is nobody’s to rewrite but the desk’s own', async () => {
  await expect(test.desk.perform(gym.owner, 'rewritePosts', { posts: [] })).rejects.toThrow('not-allowed')
})

it('forgets what a post spoke of when the post is cleared away', async () => {
  await test.rows(`delete from staff_post where key = 'inbox'`)
  const left = await test.rows(`select 1 from staff_post_subject s where not exists
    (select 1 from staff_post p where p.id = s.post_id)`)
  expect(left).toEqual([])
})
