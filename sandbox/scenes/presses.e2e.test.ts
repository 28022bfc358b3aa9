import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { buttonData, type ChatMessage, type Person } from './testing/staff-side.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
})
afterAll(() => house?.close())

async function newLead(name: string, words: string): Promise<ChatMessage> {
  const customer = await house.customer(name)
  await house.customerWrites(customer, words)
  return house.shown(karim, words)
}

const claims = (name: string) =>
  house.count(
    `select count(*) from activity a join lead l on l.id = a.lead_id join contact c on c.id = l.contact_id
     where a.kind = 'lead.claimed' and c.name = $1`,
    [name],
  )
test('a button that is pressed five times at once does its work once, and each press is answered within two seconds', async () => {
  const card = await newLead('Fuenfmal Gedrueckt', 'press me five times')
  await house.quiet()
  const press = async () => {
    const began = Date.now()
    const { answered } = await house.press(karim, card, 'claim')
    return { answered, inTime: Date.now() - began < 2_000 }
  }
  const answers = await Promise.all(Array.from({ length: 5 }, press))
  expect(answers).toEqual(answers.map(() => ({ answered: true, inTime: true })))
  await house.quiet()
  expect(await claims('Fuenfmal Gedrueckt')).toBe(1)
})

test('an old press that comes again after it was undone does nothing; a press of an old card is one of today', async () => {
  const card = await newLead('Rueckgaengig Gemacht', 'press me, then undo it')
  await house.quiet()
  const ownerOf = async () => {
    const [row] = await house.sql(
      `select m.name from lead l join contact c on c.id = l.contact_id left join member m on m.id = l.owner_id
       where c.name = 'Rueckgaengig Gemacht'`,
    )
    return row?.name ?? null
  }
  const data = buttonData(card, 'claim') ?? ''
  const claim = (id: string, more: object = {}) => ({
    callback_query: {
      ...{ id, data, chat_instance: '1' },
      from: { id: karim.id, is_bot: false, first_name: karim.firstName },
      message: {
        message_id: card.id,
        date: 1,
        chat: { id: karim.id, type: 'private', first_name: karim.firstName },
      },
    },
    ...more,
  })
  const { updateId } = await house.rawUpdate(claim('first'))
  await eventually('he has it', async () => (await ownerOf()) === 'Karimouche')
  expect((await house.press(karim, card, 'release')).answered).toBe(true)
  expect(await ownerOf()).toBe(null)
  // Telegram brings an update again whose taking it has not heard of.
  await house.rawUpdate(claim('first', { update_id: updateId as number }), 2)
  await house.quiet()
  expect(await ownerOf()).toBe(null)
  expect(await claims('Rueckgaengig Gemacht')).toBe(1)
  // Whoever presses what still stands on an old card wants it now, and the state of today decides.
  await house.rawUpdate(claim('second'))
  await eventually('he has it once more', async () => (await ownerOf()) === 'Karimouche')
  await house.quiet()
  await house.rawUpdate(claim('third'))
  await house.quiet()
  expect(await claims('Rueckgaengig Gemacht')).toBe(2)
  expect(
    buttonData(
      house.chatOf(karim).find(({ id }) => id === card.id),
      'claim',
    ),
  ).toBeUndefined()
})

test('a button works after the process was killed and started again, and when its message is days old', async () => {
  const card = await newLead('Nachher Gedrueckt', 'press me later')
  await house.quiet()
  await house.kill9()
  await house.restart()
  await house.sql(
    `update staff_post set created_at = created_at - interval '49 hours', done_at = done_at - interval '49 hours'`,
  )
  expect(await house.press(karim, card, 'claim')).toMatchObject({ answered: true })
  expect(await claims('Nachher Gedrueckt')).toBe(1)
  // Pressed while the desk is away, Telegram brings it when the desk is back.
  const late = await newLead('Waehrend Gedrueckt', 'press me meanwhile')
  await house.quiet()
  await house.kill9()
  const pressed = house.press(karim, late, 'claim')
  await house.restart()
  await pressed
  await eventually('it is done', async () => (await claims('Waehrend Gedrueckt')) === 1)
})

test('one chat whose messages Telegram does not take for twenty seconds holds up nobody else', async () => {
  const amina = await house.hires('Aminatou', 'agent')
  const card = await newLead('Haengt Fest', 'the first hangs')
  const hers = await house.shown(amina, 'the first hangs')
  await house.quiet()
  house.fault({
    target: 'telegram',
    kind: 'hang',
    method: 'sendMessage',
    peer: String(karim.id),
    delayMs: 20_000,
  })
  await house.press(karim, card, 'history')
  await house.staffWrites(karim, '/inbox')
  const known = house.botSays(amina).length
  const began = Date.now()
  expect((await house.press(amina, hers, 'claim')).answered).toBe(true)
  await house.staffWrites(amina, '/inbox')
  await eventually('she is answered', () => house.botSays(amina)[known])
  expect(Date.now() - began).toBeLessThan(3_000)
  // His own buttons are answered too, though what they show has to wait.
  const pressed = Date.now()
  expect((await house.press(karim, card, 'history')).answered).toBe(true)
  expect(Date.now() - pressed).toBeLessThan(2_000)
  house.clearFaults()
}, 60_000)
