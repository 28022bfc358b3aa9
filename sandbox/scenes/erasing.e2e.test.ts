import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type ChatMessage, type Person, plain } from './testing/staff-side.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
})
afterAll(() => house?.close())

/** The message as it stands in the chat now. */
const now = (person: Person, message: ChatMessage) => house.chatOf(person).find(({ id }) => id === message.id)
const hasButton = (person: Person, message: ChatMessage, verb: string) =>
  now(person, message)
    ?.buttons?.flat()
    .some(({ callbackData }) => callbackData?.startsWith(`${verb}:`)) ?? false

test('a person whom the owner erases is in no table and no chat any more, and is new when he writes again', async () => {
  const customer = await house.customer('Zephyrine Quillfeather')
  await house.customerWrites(customer, 'my ankle is swollen, Zanzibarious')
  const his = await house.shown(karim, 'Zanzibarious')
  await house.press(karim, his, 'claim')
  await house.staffWrites(karim, 'Rest it well, Yggdrasilly', his)
  await house.receives(customer, 'Rest it well, Yggdrasilly')
  await house.staffWrites(karim, '// an old Wolkenkuckuck', his)
  await house.staffWrites(karim, '/draft Come on Monday, Quixotrophe', his)
  await house.shown(karim, 'Quixotrophe')
  const card = await house.shown(house.owner, 'Zanzibarious')
  await house.quiet()

  const words = ['Quillfeather', 'Zanzibarious', 'Yggdrasilly', 'Wolkenkuckuck', 'Quixotrophe']
  for (const word of words) expect(await house.tablesWith(word)).not.toEqual([])
  await house.press(karim, his, 'more')
  await eventually('the page of the agent', () => hasButton(karim, his, 'block'))
  expect(hasButton(karim, his, 'erase'), 'an agent erases nobody').toBe(false)
  await house.press(house.owner, card, 'more')
  await house.press(house.owner, card, 'erase')
  await eventually('what goes is told', () => {
    const told = plain(now(house.owner, card)?.text)
    return told.includes('Nobody can bring it back') && told.includes('one note')
  })
  for (const word of words) expect(await house.tablesWith(word)).not.toEqual([])
  await house.press(house.owner, card, 'erase-yes')
  await house.quiet()

  await eventually('the cards say so', () =>
    [
      [house.owner, card],
      [karim, his],
    ].every(([person, message]) =>
      plain(now(person as Person, message as ChatMessage)?.text).includes('was erased'),
    ),
  )
  await house.shown(karim, 'has erased the person of lead')
  for (const word of [...words, customer.number]) await becomes(() => leftWith(word), [])
  const shown = [house.owner, karim].flatMap((person) => house.botSays(person).map(({ text }) => text ?? ''))
  expect(shown.filter((text) => words.some((word) => text.includes(word)))).toEqual([])

  await house.customerWrites(customer, 'here I am again')
  await house.shown(karim, 'here I am again')
  expect(await house.count(`select count(*) from lead`)).toBe(2)
  expect(await house.count(`select count(*) from contact`)).toBe(2)
  expect(
    await house.count(`select count(*) from audit_entry where action = 'eraseContact' and outcome = 'done'`),
  ).toBe(1)
})

/** Raw calls that only told where a message was go with their age, so those are not looked at. */
const leftWith = async (word: string) =>
  (await house.tablesWith(word)).filter((table) => table !== 'inbound_event')
