import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { Person } from './testing/staff-side.ts'

let house: House
let karim: Person
let claire: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
  claire = await house.hires('Clairette', 'agent')
  await house.staffWrites(house.owner, '/shift off')
  await house.shown(house.owner, 'Your shift is over')
})

afterAll(() => house?.close())

async function writes(name: string, words: string): Promise<void> {
  await house.customerWrites(await house.customer(name), words)
}
const ownerOf = async (name: string) => {
  const [row] = await house.sql<{ owner: number | null }>(
    `select m.telegram_user_id::float8 as owner from lead l join contact c on c.id = l.contact_id
     left join member m on m.id = l.owner_id where c.name = $1`,
    [name],
  )
  return row?.owner ?? null
}
const says = (person: Person, words: string) =>
  house.botSays(person).some(({ text }) => text?.includes(words))

test('an owner has leads given out by load: each goes to one agent, and disturbs nobody else', async () => {
  await house.staffWrites(house.owner, '/assignment')
  const settings = await house.shown(house.owner, 'Who gets which lead')
  await house.press(house.owner, settings, 'assign-set:method:balanced')
  await writes('Margot Fontenelle', 'the first of two')
  await eventually('the first is given to somebody', () => ownerOf('Margot Fontenelle'))
  await writes('Nicolas Aubertin', 'the second of two')
  await eventually('the second is given to somebody', () => ownerOf('Nicolas Aubertin'))
  const first = await ownerOf('Margot Fontenelle')
  const [one, other] = first === karim.id ? [karim, claire] : [claire, karim]
  expect(await ownerOf('Nicolas Aubertin')).toBe(other.id)
  await house.shown(one, 'the first of two')
  await house.shown(one, 'it was given to you automatically')
  await house.shown(other, 'the second of two')
  expect(says(other, 'the first of two')).toBe(false)
  expect(says(house.owner, 'the second of two')).toBe(false)
})

test('a lead that nobody is there for waits, and goes to the first who begins his shift', async () => {
  for (const agent of [karim, claire]) {
    await house.staffWrites(agent, '/shift break')
    await house.shown(agent, 'You are taking a break')
  }
  await writes('Oceane Villeroy', 'is anybody there?')
  await house.shown(karim, 'is anybody there?')
  expect(await ownerOf('Oceane Villeroy')).toBeNull()
  await house.staffWrites(claire, '/shift')
  const page = house.botSays(claire).findLast(({ text }) => text?.includes('You are taking a break'))
  if (!page) throw new Error('The shift is not shown.')
  await house.press(claire, page, 'shift:on')
  await eventually('Claire has it', async () => (await ownerOf('Oceane Villeroy')) === claire.id, 5_000)
})

test('a lead is handed to a colleague from its card, who learns by whom', async () => {
  const card = await house.shown(claire, 'is anybody there?')
  await house.press(claire, card, 'assign')
  const question = await house.shown(claire, 'Who shall have Oceane Villeroy')
  expect(question.buttons?.flat().map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^☕ Karimouche · \d+$/),
  )
  const data = question.buttons?.flat().find(({ text }) => text.includes('Karimouche'))?.callbackData
  await house.press(claire, question, data ?? '')
  expect(await ownerOf('Oceane Villeroy')).toBe(karim.id)
  await house.shown(karim, 'Clairette gave you')
})
