import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { callWith, freshNumber, freshWamid, statesCall, written } from './testing/whatsapp-call.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const messageOf = async (text: string) =>
  (
    await house.sql<{
      id: string
      status: string
      external_id: string | null
      delivered: boolean
      read: boolean
    }>(
      `select id, status, external_id, delivered_at is not null as delivered, read_at is not null as read
       from message where body = $1`,
      [text],
    )
  )[0]

test('delivery states that come in reverse end at read and never go back', async () => {
  const customer = await house.customer('Reverse Reader')
  await house.customerWrites(customer, 'tell me in reverse')
  const card = await house.shown(house.owner, 'tell me in reverse')
  await house.change(customer, { reads: true })
  house.fault({ target: 'meta-webhook', kind: 'disorder', method: 'statuses', delayMs: 400 })
  await house.staffWrites(house.owner, 'an answer in reverse', card)
  await becomes(async () => (await messageOf('an answer in reverse'))?.status, 'read')
  await eventually('all three states have come', () => {
    const states = house.sandbox.kernel
      .calls()
      .filter(({ title, status }) => title.includes('(statuses)') && status === 200)
    return states.length >= 3
  })
  house.clearFaults()
  await house.quiet()
  expect(await messageOf('an answer in reverse')).toMatchObject({
    status: 'read',
    delivered: true,
    read: true,
  })
})

test('states that arrive before Meta has answered our own send are not lost', async () => {
  const customer = await house.customer('Early Stater')
  await house.customerWrites(customer, 'answer me slowly')
  const card = await house.shown(house.owner, 'answer me slowly')
  await house.change(customer, { reads: true })
  house.fault({ target: 'graph', kind: 'slow-answer', delayMs: 1_500, peer: customer.number, times: 1 })
  const answer = await house.staffWrites(house.owner, 'slowly answered', card)
  // The state is known although the answer is still under way.
  await becomes(async () => (await messageOf('slowly answered'))?.status, 'read', 1_400)
  await eventually('the answer has come', () =>
    house.sendCalls().some(({ text, status }) => text === 'slowly answered' && status === 200),
  )
  await house.quiet()
  expect(await messageOf('slowly answered')).toMatchObject({ status: 'read', delivered: true, read: true })
  expect(house.received(customer)).toHaveLength(1)
  await becomes(
    () =>
      house
        .chatOf(house.owner)
        .find(({ id }) => id === answer.id)
        ?.reactions.map(({ emoji }) => emoji),
    ['👀'],
  )
})

test('a state that comes long before anybody knows its message changes nothing and breaks nothing', async () => {
  const id = freshWamid()
  const status = { id, status: 'delivered', timestamp: '1790000000', recipient_id: freshNumber() }
  expect((await postFromMeta(house.url, statesCall([status]))).status).toBe(200)
  await house.quiet()
  expect(await house.count('select count(*) from early_delivery_state where external_id = $1', [id])).toBe(1)
  expect(await house.count('select count(*) from quarantined_item')).toBe(0)
})

test('messages that arrive in reverse stand in the history as they were written', async () => {
  const began = Date.now() - 120_000
  const from = freshNumber()
  const texts = ['alpha word', 'beta word', 'gamma word'].map((text, index) =>
    written({ text, from, name: 'Backward Writer', at: began + index * 10_000 }),
  )
  for (const text of texts.toReversed()) {
    expect((await postFromMeta(house.url, callWith([text]))).status).toBe(200)
    await house.shown(house.owner, text.text)
  }
  const card = await eventually('there is a card', () =>
    house.botSays(house.owner).findLast(({ text, buttons }) => text?.includes('Backward Writer') && buttons),
  )
  await house.quiet()
  const known = house.botSays(house.owner).length
  await house.press(house.owner, card, 'history')
  const history = (await eventually('the history comes', () => house.botSays(house.owner)[known])).text ?? ''
  const places = texts.map(({ text }) => history.indexOf(text))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test('of a failed and a delivered state the message keeps the end that is true for good', async () => {
  const customer = await house.customer('Failing Ender')
  await house.customerWrites(customer, 'first fail then what')
  const card = await house.shown(house.owner, 'first fail then what')
  await house.change(customer, { reads: true })
  await house.staffWrites(house.owner, 'read and then told failed', card)
  await becomes(async () => (await messageOf('read and then told failed'))?.status, 'read')
  const message = await messageOf('read and then told failed')
  const failed = {
    id: message?.external_id,
    status: 'failed',
    timestamp: '1790000000',
    recipient_id: customer.number,
    errors: [{ code: 131026, title: 'Message undeliverable' }],
  }
  expect((await postFromMeta(house.url, statesCall([failed]))).status).toBe(200)
  await house.quiet()
  expect((await messageOf('read and then told failed'))?.status).toBe('read')
})
