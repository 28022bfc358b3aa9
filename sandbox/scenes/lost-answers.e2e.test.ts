import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const statusOf = async (text: string) =>
  (await house.sql('select status from message where body = $1', [text]))[0]?.status

const callsFor = (wanted: string) => house.sendCalls().filter(({ text }) => text === wanted)

async function leadCard(name: string) {
  const customer = await house.customer(name)
  await house.customerWrites(customer, `a question of ${name}`)
  return { customer, card: await house.shown(house.owner, `a question of ${name}`) }
}

test('Meta takes the answer and the connection is reset: sent 0 times again, unconfirmed, then closed by the state', async () => {
  const { customer, card } = await leadCard('Reset Receiver')
  house.fault({ target: 'graph', kind: 'accept-then-reset', peer: customer.number, times: 1 })
  house.fault({ target: 'meta-webhook', kind: 'http-500', method: 'statuses' })
  const answer = await house.staffWrites(house.owner, 'taken and then reset', card)
  await becomes(() => statusOf('taken and then reset'), 'unconfirmed')
  await eventually('the staff member is told', () =>
    house.botSays(house.owner).some(({ replyTo }) => replyTo === answer.id),
  )
  await house.quiet()
  house.clearFaults()
  await becomes(() => statusOf('taken and then reset'), 'delivered')
  expect(callsFor('taken and then reset')).toHaveLength(1)
  expect(house.received(customer)).toHaveLength(1)
})

test('what comes after an unconfirmed answer is sent, and in its order', async () => {
  const { customer, card } = await leadCard('Patient Receiver')
  house.fault({ target: 'graph', kind: 'accept-then-reset', peer: customer.number, times: 1 })
  for (const text of ['lost one of three', 'second of three', 'third of three']) {
    await house.staffWrites(house.owner, text, card)
  }
  await house.receives(customer, 'third of three')
  await house.quiet()
  expect(house.received(customer).map(({ text }) => text)).toEqual([
    'lost one of three',
    'second of three',
    'third of three',
  ])
})

test('Meta never answers: after fifteen seconds unconfirmed, sent 0 times again, and other customers did not wait', async () => {
  const { customer, card } = await leadCard('Hanging Receiver')
  house.fault({ target: 'graph', kind: 'hang', delayMs: 25_000, peer: customer.number, times: 1 })
  const began = Date.now()
  await house.staffWrites(house.owner, 'into the silence', card)
  await becomes(() => statusOf('into the silence'), 'sending')
  const other = await leadCard('Other Receiver')
  await house.staffWrites(house.owner, 'not held up', other.card)
  await house.receives(other.customer, 'not held up', 3_000)
  await becomes(() => statusOf('into the silence'), 'unconfirmed', 20_000)
  const seconds = (Date.now() - began) / 1000
  expect(seconds).toBeGreaterThan(10)
  expect(seconds).toBeLessThan(17)
  await house.quiet()
  expect(callsFor('into the silence').length).toBeLessThanOrEqual(1)
})

test('Telegram takes a card and the connection is reset: the card is there, and answers to it arrive', async () => {
  house.fault({ target: 'telegram', kind: 'accept-then-reset', method: 'sendMessage', times: 1 })
  const customer = await house.customer('Card Resetter')
  await house.customerWrites(customer, 'a card with a reset')
  await house.shown(house.owner, 'a card with a reset')
  await house.quiet()
  const cards = house.botSays(house.owner).filter(({ text }) => text?.includes('a card with a reset'))
  expect(cards.length).toBeLessThanOrEqual(2)
  await house.staffWrites(house.owner, 'answered in spite of it', cards.at(-1))
  await house.receives(customer, 'answered in spite of it')
})
