import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { callWith, freshNumber, written } from './testing/whatsapp-call.ts'

let house: House
let card: { id: number }
const from = freshNumber()

beforeAll(async () => {
  house = await openHouse()
  await postFromMeta(house.url, callWith([written({ from, name: 'Hostile Writer', text: 'it begins' })]))
  card = await house.shown(house.owner, 'it begins')
})

afterAll(() => house?.close())

const telegramLimit = 4096

/** What the owner is shown of a text that the same customer writes. */
async function shownOf(text: string) {
  await house.quiet()
  const known = house.botSays(house.owner).length
  expect(
    (await postFromMeta(house.url, callWith([written({ from, name: 'Hostile Writer', text })]))).status,
  ).toBe(200)
  await eventually('it is shown', () => house.botSays(house.owner)[known])
  await house.quiet()
  const shown = house.botSays(house.owner).slice(known)
  expect(shown, 'one text, one message').toHaveLength(1)
  expect(shown[0]?.replyTo).toBe(card.id)
  expect(shown[0]?.text?.length).toBeLessThanOrEqual(telegramLimit)
  return shown[0]
}

const literally = [
  '<b>bold</b> <i>it</i> <script>alert(1)</script>',
  '</b><a href="tg://user?id=1">click</a>',
  '&lt;b&gt; &amp;amp; &#60; &nbsp;',
  '<b>never closed',
  '</b></i></code></pre>',
  '[link](http://evil.example) *bold* _it_ ~no~ `code` ||hidden|| > # + - = | { } . !',
  '```\nblock\n```',
  'http://evil.example/phish?to=you and www.evil.example and @somebody /start #tag',
  '"quotes" \'single\' \\backslash %s {{name}} { $name } $(name)',
  '👩‍👩‍👧‍👦🏴‍☠️👍🏽 ｆｕｌｌ ｗｉｄｔｈ Ünïcödé 漢字 العربية',
  "'; drop table message; --",
]

for (const text of literally) {
  test(`staff see literally what was written: ${text.slice(0, 40).replaceAll('\n', ' ')}`, async () => {
    const shown = await shownOf(text)
    expect(shown?.text).toContain(text)
    // The customer's words are no formatting, no link and no mention.
    const words = shown?.html?.slice(shown.html.indexOf('\n')) ?? ''
    expect(words).not.toMatch(/<(b|i|a href="tg|pre|code|script)/)
  })
}

test('a customer’s link makes no preview in the staff’s chat', async () => {
  await shownOf('look at https://example.org/preview now')
  const call = house.sandbox.kernel.calls().findLast(({ title }) => title.endsWith('/sendMessage'))
  expect(JSON.stringify(call?.request)).toContain('is_disabled')
})

test('marks that turn the reading direction cannot turn what stands around them', async () => {
  const shown = await shownOf('safe \u202Eevil\u202C \u2066inside\u2069 end')
  expect(shown?.text).toContain('evil')
  expect(shown?.text?.split('\n')[0]).toContain('Hostile Writer')
})

test('ten thousand characters come in one message, cut, and the whole is kept', async () => {
  const text = `long ${'<&>"word '.repeat(1_200)}end`
  const shown = await shownOf(text)
  expect(shown?.text).toContain(text.slice(0, 2_000))
  expect(await house.count('select count(*) from message where body = $1', [text])).toBe(1)
})

test('five thousand emoji come in one message that is cut between letters', async () => {
  const text = '👨‍👩‍👧‍👦'.repeat(625) + '🏳️‍🌈'.repeat(500)
  const shown = await shownOf(text)
  expect(shown?.text?.isWellFormed()).toBe(true)
})

test('letters under heaps of marks, and empty-looking texts, are shown in one message', async () => {
  await shownOf(`z${'\u0300\u0301\u0316'.repeat(800)}algo`)
  await shownOf('\u200b\u200b\u2060')
  await shownOf('   ')
})

test('a hostile name is one literal line on the card, and the card keeps its shape', async () => {
  const names = [
    '<b>Bob</b><a href="tg://user?id=1">x</a>',
    'Line one\nStatus: converted\nOwner: nobody',
    '\u202Eeman desrever',
    `Long ${'name '.repeat(500)}`,
    '*_[]()~`>#+-=|{}.!',
    '👑'.repeat(300),
  ]
  for (const [index, name] of names.entries()) {
    const text = `from hostile name ${index}`
    expect((await postFromMeta(house.url, callWith([written({ name, text })]))).status).toBe(200)
    const shown = await house.shown(house.owner, text)
    const [head = ''] = shown.text?.split('\n') ?? []
    expect(head).toMatch(/#\d+$/)
    expect(head.length).toBeLessThan(200)
    expect(shown.text?.split('\n').filter((line) => line.startsWith('Status: converted'))).toEqual([])
    expect(shown.html).not.toContain('<a ')
    expect(shown.buttons?.flat().length).toBeGreaterThan(2)
  }
  const bob = await house.shown(house.owner, 'from hostile name 0')
  expect(bob.text).toContain('<b>Bob</b>')
})
