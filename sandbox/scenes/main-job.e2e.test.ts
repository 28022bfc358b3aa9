import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const ticksOn = (messageId: number) =>
  house
    .chatOf(house.owner)
    .find(({ id }) => id === messageId)
    ?.reactions.map(({ emoji }) => emoji)

test('what a customer writes on WhatsApp becomes a lead card in the owner’s Telegram', async () => {
  const customer = await house.customer('Amelie Durandel')
  await house.customerWrites(customer, 'Do you have yoga on Sunday morning?')
  const card = await house.shown(house.owner, 'Do you have yoga on Sunday morning?')
  expect(card.text).toContain('Amelie Durandel')
  expect(card.text).toContain(`+${customer.number}`)
  const verbs = card.buttons?.flat().map(({ callbackData }) => callbackData?.split(':')[0])
  expect(verbs).toEqual(expect.arrayContaining(['claim', 'status', 'note', 'history']))
  const [lead] = await house.sql(
    `select l.status, l.source, c.name from lead l join contact c on c.id = l.contact_id where c.name = $1`,
    [customer.name],
  )
  expect(lead).toEqual({ status: 'new', source: 'whatsapp', name: 'Amelie Durandel' })
})

test('each later message comes as a reply to the card, in the order in which it was written', async () => {
  const customer = await house.customer('Bertrand Lemaitre')
  await house.customerWrites(customer, 'first of Bertrand')
  const card = await house.shown(house.owner, 'first of Bertrand')
  for (const words of ['second of Bertrand', 'third of Bertrand']) {
    await house.customerWrites(customer, words)
    expect((await house.shown(house.owner, words)).replyTo).toBe(card.id)
  }
  await house.quiet()
  const told = house.botSays(house.owner).filter(({ text }) => text?.includes('of Bertrand'))
  expect(told.map(({ text }) => /\w+ of Bertrand/.exec(text ?? '')?.[0])).toEqual([
    'first of Bertrand',
    'second of Bertrand',
    'third of Bertrand',
  ])
})

test('an answer below the card reaches the customer; below a message it quotes that message', async () => {
  const customer = await house.customer('Chloe Vasseurin')
  await house.customerWrites(customer, 'Is the pool open?')
  const card = await house.shown(house.owner, 'Is the pool open?')
  await house.staffWrites(house.owner, 'Yes, the pool opens at seven.', card)
  expect((await house.receives(customer, 'Yes, the pool opens at seven.')).replyTo).toBeUndefined()

  const asked = await house.customerWrites(customer, 'And the sauna too?')
  const question = await house.shown(house.owner, 'And the sauna too?')
  await house.staffWrites(house.owner, 'The sauna opens at nine.', question)
  expect((await house.receives(customer, 'The sauna opens at nine.')).replyTo).toBe(asked.id)
  await house.quiet()
  expect(house.received(customer)).toHaveLength(2)
})

test('whoever answers a free lead has it, and the lead is contacted', async () => {
  const customer = await house.customer('Damien Rochefort')
  await house.customerWrites(customer, 'What does a month cost?')
  const card = await house.shown(house.owner, 'What does a month cost?')
  await house.staffWrites(house.owner, 'A month costs forty euros.', card)
  await house.receives(customer, 'A month costs forty euros.')
  const state = async () =>
    (
      await house.sql(
        `select l.status, m.telegram_user_id::float8 as owner from lead l
         join contact c on c.id = l.contact_id left join member m on m.id = l.owner_id where c.name = $1`,
        [customer.name],
      )
    )[0]
  expect(await state()).toEqual({ status: 'contacted', owner: house.owner.id })
  const face = () => house.chatOf(house.owner).find(({ id }) => id === card.id)
  await eventually('the card offers to release the lead', () =>
    face()
      ?.buttons?.flat()
      .some(({ callbackData }) => callbackData?.startsWith('release:')),
  )
})

test('👌 stands on one’s own message once it is sent, and 👀 once it has arrived', async () => {
  const customer = await house.customer('Elodie Marchandise')
  await house.customerWrites(customer, 'Are dogs allowed?')
  const card = await house.shown(house.owner, 'Are dogs allowed?')
  await house.change(customer, { online: false })
  const answer = await house.staffWrites(house.owner, 'Small ones are.', card)
  await becomes(() => ticksOn(answer.id), ['👌'])
  await house.change(customer, { online: true })
  await becomes(() => ticksOn(answer.id), ['👀'])
  await house.opensThread(customer)
  await becomes(
    async () =>
      (await house.sql('select status from message where body = $1', ['Small ones are.']))[0]?.status,
    'read',
  )
  expect(ticksOn(answer.id)).toEqual(['👀'])
})

test('an answer below one’s own earlier answer goes to the same customer', async () => {
  const customer = await house.customer('Fabrice Tellierin')
  await house.customerWrites(customer, 'Where are you exactly?')
  const card = await house.shown(house.owner, 'Where are you exactly?')
  const first = await house.staffWrites(house.owner, 'Behind the station,', card)
  await house.receives(customer, 'Behind the station,')
  await house.staffWrites(house.owner, 'on the left side.', first)
  await house.receives(customer, 'on the left side.')
})

test('somebody whom WhatsApp knows without a phone number is answered all the same', async () => {
  const userId = 'FR.90120975530264718001'
  const customer = await house.customer('Gisele Sansnumero', {
    phone: undefined,
    userId,
    username: 'gisele.sn',
  })
  await house.customerWrites(customer, 'Can I come without a card?')
  const card = await house.shown(house.owner, 'Can I come without a card?')
  await house.staffWrites(house.owner, 'Yes, once, to try it.', card)
  await house.receives(customer, 'Yes, once, to try it.')
})

test('a photo, a place, a contact and a kind that nobody knows are shown for what they are, files below, and none is lost', async () => {
  const customer = await house.customer('Henri Montaignac')
  await house.customerWrites(customer, 'now come other kinds')
  const card = await house.shown(house.owner, 'now come other kinds')
  const before = house.botSays(house.owner).length
  const kinds = [
    { kind: 'image', caption: 'a caption of Henri' },
    { kind: 'location', latitude: 48.85, longitude: 2.35, name: 'Place of Henri' },
    { kind: 'contacts', contacts: [{ name: 'Friend of Henri', phone: '+33639980001' }] },
    { kind: 'unknown', type: 'hologram' },
    { kind: 'unsupported' },
    { kind: 'voice' },
  ]
  for (const message of kinds) await house.customerWrites(customer, message)
  const files = 2
  await eventually(
    'all six are shown, and the two files below them',
    () => house.botSays(house.owner).length >= before + kinds.length + files,
  )
  await house.quiet()
  const told = house.botSays(house.owner).slice(before)
  const shown = told.filter(({ media }) => !media)
  expect(told).toHaveLength(kinds.length + files)
  expect(shown).toHaveLength(kinds.length)
  expect(shown.every(({ replyTo }) => replyTo === card.id)).toBe(true)
  const places = told.flatMap(({ media, replyTo }) => (media ? [replyTo] : []))
  expect(places.every((place) => shown.some(({ id }) => id === place))).toBe(true)
  const all = shown.map(({ text }) => text).join('\n')
  for (const words of ['a caption of Henri', 'Place of Henri', 'Friend of Henri', 'hologram']) {
    expect(all).toContain(words)
  }
})

test('what people say, their names, their numbers and every secret stay out of the log', async () => {
  expect(house.app().lines().length).toBeGreaterThan(10)
  expect(house.leaks()).toEqual([])
})
