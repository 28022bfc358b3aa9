import { afterAll, beforeAll, expect, test } from 'vitest'
import { control } from './testing/control.ts'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, choiceOn, type Person } from './testing/staff-side.ts'
import { world } from './testing/world.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
})
afterAll(() => house?.close())

const inline = (person: Person, query: string, more: object = {}, path = 'inline') =>
  control(house.sandbox, 'POST', `/staff/${person.id}/${path}`, { bot: world.bot.username, query, ...more })

test('what a customer wrote is found within seconds, in the chat and while typing, and opens', async () => {
  const customer = await house.customer('Solene Marchetti')
  await house.customerWrites(customer, 'does the crème brûlée workshop still have places?')
  await house.shown(karim, 'workshop')
  await becomes(() => house.count('select count(*) from search_pending'), 0, 10_000)
  await house.staffWrites(karim, '/find BRULEE creme')
  const found = await house.shown(karim, 'Found for')
  expect(found.text).toContain('Solene Marchetti')
  expect(found.html).toContain('<b>brûlée</b>')
  const before = house.botSays(karim).length
  expect((await house.press(karim, found, 'open')).answered).toBe(true)
  const card = await eventually('the card opens', () => house.botSays(karim).slice(before).at(0))
  expect(card.text).toContain('Solene Marchetti')

  const typed = await inline(karim, customer.number.slice(-6))
  const [result] = typed.results as { id: string; title: string }[]
  expect([typed.isPersonal, typed.cacheSeconds, result?.title]).toEqual([
    true,
    0,
    expect.stringContaining('Solene Marchetti'),
  ])
  const stranger = await house.newPerson('Nobody')
  expect(await inline(stranger, 'solene')).toMatchObject({ answered: true, results: [] })
})

test('a quick reply is written once, sent with two taps, and once only however often one taps', async () => {
  const customer = await house.customer('Thibault Carpentier')
  await house.customerWrites(customer, 'when are you open?')
  const card = await house.shown(karim, 'when are you open?')
  await house.staffWrites(karim, '/quick')
  const list = await house.shown(karim, 'no quick replies yet')
  await house.press(karim, list, 'quick-new')
  const answer = async (words: string, text: string) => {
    await house.shown(karim, words)
    await house.staffWrites(karim, text)
  }
  const choose = async (words: string, choice: string) => {
    const question = await house.shown(karim, words)
    await house.press(karim, question, choiceOn(question, choice))
  }
  await answer('What shall it be called', 'hours')
  await answer('What does it say', 'Hello {first_name}, from 6 to 22.')
  await choose('Hello Maria, from 6 to 22.', 'good')
  await choose('In which category', 'skip')
  await house.shown(karim, 'is kept')
  await house.press(karim, card, 'quick')
  const choice = await house.shown(karim, 'Answer #')
  await house.press(karim, choice, 'quick-use')
  const shown: ChatMessage = await house.shown(karim, 'Hello Thibault, from 6 to 22.')
  await Promise.allSettled([1, 2, 3].map(() => house.press(karim, shown, 'quick-send')))
  await house.receives(customer, 'Hello Thibault, from 6 to 22.')
  await house.shown(karim, 'Sent')
  await becomes(
    () => house.count(`select count(*) from message where direction = 'outbound' and kind = 'text'`),
    1,
  )
  await becomes(() => house.count(`select uses from quick_reply where shortcut = 'hours'`), 1)
})
