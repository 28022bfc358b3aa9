import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const statusOf = async (text: string) =>
  (await house.sql('select status from message where body = $1', [text]))[0]?.status

test('an answer that WhatsApp does not deliver comes back as a sentence below that answer', async () => {
  const customer = await house.customer('Iris Desrosiers')
  await house.customerWrites(customer, 'I wrote this yesterday')
  const card = await house.shown(house.owner, 'I wrote this yesterday')
  // By Meta's clock the window has closed; ours thinks that it is open.
  await house.change(customer, { lastWroteAt: Date.now() - 25 * 3_600_000 })
  const answer = await house.staffWrites(house.owner, 'too late for Iris', card)
  const told = await house.shown(house.owner, '131047')
  expect(told.replyTo).toBe(answer.id)
  expect(told.text?.length).toBeGreaterThan(40)
  expect(await statusOf('too late for Iris')).toBe('failed')
  expect(house.received(customer)).toEqual([])
  await house.quiet()
  expect(house.botSays(house.owner).filter(({ text }) => text?.includes('131047'))).toHaveLength(1)
})

test('a refusal for good is told at once, and the answer is not tried again', async () => {
  const customer = await house.customer('Jules Pontvallain')
  await house.customerWrites(customer, 'a question of Jules')
  const card = await house.shown(house.owner, 'a question of Jules')
  house.fault({
    target: 'graph',
    kind: 'error',
    peer: customer.number,
    status: 400,
    body: { error: { message: '(#131026) Message undeliverable', code: 131026 } },
  })
  const answer = await house.staffWrites(house.owner, 'cannot arrive at Jules', card)
  expect((await house.shown(house.owner, '131026')).replyTo).toBe(answer.id)
  await house.quiet()
  house.clearFaults()
  expect(house.sendCalls().filter(({ text }) => text === 'cannot arrive at Jules')).toHaveLength(1)
  expect(await statusOf('cannot arrive at Jules')).toBe('failed')
})

test('once the window has closed nothing is sent, and the staff member is told why', async () => {
  const customer = await house.customer('Karine Delacourt')
  await house.customerWrites(customer, 'long ago, from Karine')
  const card = await house.shown(house.owner, 'long ago, from Karine')
  await house.sql(
    `update conversation set last_inbound_at = now() - interval '24 hours 1 minute'
     where contact_id = (select id from contact where name = $1)`,
    [customer.name],
  )
  const before = house.botSays(house.owner).length
  const answer = await house.staffWrites(house.owner, 'nobody shall get this', card)
  await becomes(() => house.botSays(house.owner).length, before + 1)
  const told = house.botSays(house.owner).at(-1)
  expect(told?.replyTo).toBe(answer.id)
  expect(told?.text).toMatch(/24/)
  await house.quiet()
  expect(house.received(customer)).toEqual([])
  expect(await house.count('select count(*) from message where body = $1', ['nobody shall get this'])).toBe(0)
})

test('an answer longer than WhatsApp takes arrives whole, in two messages and in order', async () => {
  const customer = await house.customer('Laurent Beauvillain')
  await house.customerWrites(customer, 'tell me everything')
  const card = await house.shown(house.owner, 'tell me everything')
  // Telegram splits what people type at 4096; a raw update may carry more.
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`)
  await house.rawUpdate({
    message: {
      message_id: 900_001,
      date: Math.floor(Date.now() / 1000),
      chat: { id: house.owner.id, type: 'private', first_name: 'Nadia' },
      from: { id: house.owner.id, is_bot: false, first_name: 'Nadia' },
      text: words.join(' '),
      reply_to_message: { message_id: card.id, date: 1, chat: { id: house.owner.id, type: 'private' } },
    },
  })
  await becomes(() => house.received(customer).length, 2)
  await house.quiet()
  const texts = house.received(customer).map(({ text }) => text ?? '')
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(4096)
  expect(texts.join(' ').split(' ')).toEqual(words)
})
