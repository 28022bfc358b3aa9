import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, moment } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { plain } from './testing/staff-side.ts'
import { callWith, freshNumber, written } from './testing/whatsapp-call.ts'

/** Telegram as it is: twenty messages and edits in any minute in a group, all topics together, one a second privately. */
let house: House
let group: number

beforeAll(async () => {
  house = await openHouse({ paced: true, telegram: { rates: { enabled: true } } })
  await house.staffWrites(house.owner, '/desk')
  const question = await house.shown(house.owner, 'A group for the team')
  group = await house.sharesGroup(house.owner, question, { title: 'Busy desk' })
  await house.topicShown(group, 'Lobby')
}, 90_000)
afterAll(() => house?.close())

const people = Array.from({ length: 60 }, (_, index) => ({
  from: freshNumber(),
  name: `Rush ${String(index).padStart(2, '0')}x`,
}))
type Person = (typeof people)[number]

const asks = (person: Person, line: number) => `${person.name} asks ${line}.`

/** Each call to the group that Telegram counts, and when it was made. */
const counted = () =>
  house.sandbox.kernel.calls().flatMap(({ title, request, at }) => {
    const method = title.split('/').at(-1) ?? ''
    const { chat_id: chat } = (request ?? {}) as { chat_id?: unknown }
    const isCounted = /^(send(?!ChatAction)|editMessage|createForumTopic)/.test(method)
    return isCounted && String(chat) === String(group) ? [at] : []
  })

const lobbySays = () =>
  house
    .groupMessages(group)
    .filter(({ from, topicId }) => from.isBot && topicOf('Lobby')?.id === topicId)
    .map(({ text }) => plain(text))
    .join('\n')
const topicOf = (name: string) =>
  house.groupOf(group)?.topics?.find((topic) => plain(topic.name).includes(name))

test('sixty new leads in a minute in one group: Telegram never has to refuse, nothing is lost, each topic is in order', async () => {
  const began = Date.now()
  for (const person of people) {
    const call = callWith([1, 2].map((line) => written({ ...person, text: asks(person, line) })))
    expect((await postFromMeta(house.url, call)).status).toBe(200)
    // A second for each: they come all through a minute.
    await moment(Math.max(0, began + (people.indexOf(person) + 1) * 950 - Date.now()))
  }
  await eventually(
    'all have been taken in',
    async () => (await house.count('select count(*) from lead')) === 60,
  )
  // A whole minute more in which the group is as busy as Telegram lets it be.
  await moment(Math.max(0, began + 75_000 - Date.now()))
  expect(house.refusedBy429()).toBe(0)
  const times = counted()
  const inMinute = times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length)
  expect(Math.max(...inMinute)).toBeLessThanOrEqual(20)
  // It was no rest either: what Telegram allows is used.
  expect(Math.max(...inMinute)).toBeGreaterThanOrEqual(15)
  const waiting = await house.count(`select count(*) from staff_post where state = 'pending'`)
  expect(waiting).toBeGreaterThan(0)

  // What still waits is only a matter of turns: without them all of it is there.
  await house.stopsPacing()
  await house.quiet(60_000)
  // A claim card that shows already what is new of its lead is not told so again; that is all that was left out.
  const leftOut = await house.sql<{ why: string }>(
    `select distinct last_error as why from staff_post where state = 'failed'`,
  )
  expect(leftOut.map(({ why }) => why).filter((why) => why !== 'it looks like that already')).toEqual([])
  const lobby = lobbySays()
  for (const person of people) {
    expect(lobby).toContain(person.name)
    const topic = topicOf(person.name)
    const told = house.groupMessages(group, topic?.id).filter(({ from }) => from.isBot)
    const words = told.map(({ text }) => plain(text)).join('\n')
    const [first, second] = [1, 2].map((line) => words.indexOf(asks(person, line)))
    expect(first, `${person.name} stands in its topic`).toBeGreaterThanOrEqual(0)
    expect(second).toBeGreaterThan(first ?? 0)
    expect(words.split(asks(person, 2))).toHaveLength(2)
  }
}, 150_000)
