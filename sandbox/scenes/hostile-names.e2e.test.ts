import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { type ChatMessage, plain } from './testing/staff-side.ts'
import { callWith, freshNumber, type Json, written } from './testing/whatsapp-call.ts'
import { world } from './testing/world.ts'

let house: House
let group: number

beforeAll(async () => {
  house = await openHouse()
  await house.staffWrites(house.owner, '/desk')
  const question = await house.shown(house.owner, 'A group for the team')
  group = await house.sharesGroup(house.owner, question, { title: 'Scene desk' })
  await house.topicShown(group, 'Lobby')
  for (const [index, { name }] of hostile.entries()) {
    const text = `from hostile ${index}`
    expect(
      (await postFromMeta(house.url, callWith([written({ from: numbers[index] ?? '', name, text })]))).status,
    ).toBe(200)
    await house.shownInGroup(group, text)
  }
  await house.quiet()
}, 90_000)
afterAll(() => house?.close())

/** Names, and what is to be seen of them. */
const hostile = [
  { name: '\u202Eeman desrever', seen: 'eman desrever' },
  { name: '<b>Bob</b><a href="tg://user?id=1">x</a>', seen: '<b>Bob</b><a' },
  { name: `Long ${'name '.repeat(818)}!`, seen: 'Long name name' },
  { name: '👑🏴‍☠️👍🏽', seen: '👑' },
  // Nothing of it can be seen: the number stands for it.
  { name: '\u200B\u2060\u200D\uFEFF', seen: '' },
  { name: 'Line one\nStatus: converted\n\nOwner: nobody', seen: 'Line one Status: converted' },
  { name: '*_[]()~`>#+-=|{}.! &lt;i&gt;', seen: '*_[]()~`>#+-=|{}.! &lt;i&gt;' },
]
const numbers = hostile.map(() => freshNumber())
const seenOf = (index: number) => hostile[index]?.seen || `+${numbers[index]}`

const overrides = /[\u202A-\u202E]/
/** Every isolate that is opened is closed again before the line ends. */
const isBalanced = (text: string) =>
  text.split('\n').every((line) => {
    const [opened, closed] = [/[\u2066-\u2068]/g, /\u2069/g].map((mark) => line.match(mark)?.length ?? 0)
    return opened === closed
  })

function isWhole(message: ChatMessage | undefined) {
  const text = message?.text ?? ''
  expect(text.length).toBeLessThanOrEqual(4_096)
  expect(text).not.toMatch(overrides)
  expect(isBalanced(text)).toBe(true)
  expect(text.isWellFormed()).toBe(true)
  expect(message?.html).not.toMatch(/<a href="tg:|<i>&|<b>Bob<\/b>/)
  for (const { text: label } of message?.buttons?.flat() ?? []) {
    expect(label).not.toMatch(overrides)
    expect(label).not.toContain('\n')
    expect(label.length).toBeLessThanOrEqual(64)
  }
}

const lobby = () => house.groupOf(group)?.topics?.find(({ name }) => name.includes('Lobby'))
const topics = () => house.groupOf(group)?.topics ?? []

describe.each(hostile.map((_, index) => index))('the hostile name %i', (index) => {
  test('is a topic of one line that says who, from where and which', () => {
    const card = house.groupMessages(group).find(({ text }) => text?.includes(`from hostile ${index}`))
    const number = Number(/#(\d+)/.exec(plain(card?.text))?.[1])
    const topic = topics().find(({ name }) => name.endsWith(`#${number}`))
    expect(plain(topic?.name)).toContain(seenOf(index))
    expect(topic?.name).toContain('WhatsApp')
    expect([...(topic?.name ?? '')].length).toBeLessThanOrEqual(128)
    expect(topic?.name).not.toMatch(/[\n\u202A-\u202E]/)
  })

  test('stands literally on its card and on its claim card, whose shape it leaves alone', () => {
    const told = house.groupMessages(group).filter(({ text }) => text?.includes(`from hostile ${index}`))
    expect(told.some(({ topicId }) => topicId === lobby()?.id)).toBe(true)
    expect(told.some(({ topicId }) => topicId !== lobby()?.id)).toBe(true)
    for (const message of told) {
      isWhole(message)
      expect(plain(message.text)).toContain(seenOf(index))
      const lines = plain(message.text).split('\n')
      expect(lines.filter((line) => /^(Status: converted|Owner: nobody)/.test(line))).toEqual([])
      expect(lines[0]?.length).toBeLessThan(200)
    }
  })

  test('is offered inline as a name and no more', async () => {
    const asked = { bot: world.bot.username, query: String(numbers[index]).slice(-6) }
    const { results } = (await eventually('it is found', async () => {
      const answer = await house.control('POST', `/staff/${house.owner.id}/inline`, asked)
      return (answer.results as Json[] | undefined)?.length ? answer : undefined
    })) as { results: { title: string; description?: string; content?: { text?: string } }[] }
    const [result] = results
    expect(plain(result?.title)).toContain(seenOf(index))
    for (const words of [result?.title ?? '', result?.description ?? '', result?.content?.text ?? '']) {
      expect(words).not.toMatch(/[\u202A-\u202E]/)
      expect(words.length).toBeLessThan(300)
    }
    expect(result?.title).not.toContain('\n')
  })
})

test('hostile names stand literally in the inbox, in what was found and in the digest', async () => {
  const known = house.botSays(house.owner).length
  const said = () => house.botSays(house.owner).slice(known)
  await house.staffWrites(house.owner, '/inbox')
  const inbox = await eventually('the inbox comes', () => said()[0])
  await house.staffWrites(house.owner, '/find hostile')
  const found = await eventually('they are found', () => said()[1])
  await house.sql(`update lead set owner_id = (select id from member where telegram_user_id = $1)`, [
    house.owner.id,
  ])
  await house.sql(
    `update digest set due_at = now() - interval '2 minutes', last_day = null, at = '00:00' where kind = 'morning'`,
  )
  const digest = await house.shown(house.owner, 'Your morning')
  for (const message of [inbox, found, digest]) isWhole(message)
  // Pages show some of them; what they show is literal.
  expect(plain(inbox.text)).toContain(seenOf(0))
  expect([inbox, found].map(({ text }) => plain(text)).join('\n')).toContain('<b>Bob</b><a')
  const labels = digest.buttons?.flat().map(({ text }) => plain(text)) ?? []
  expect(labels.filter((label) => /^#\d+ \S/.test(label)).length).toBeGreaterThan(0)
})
