import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { postFromMeta } from './testing/post.ts'
import { toldIn } from './testing/staff-side.ts'
import { callWith, written } from './testing/whatsapp-call.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

const counts = async (externalIds: string[], body: string) => ({
  calls: await house.count(
    `select count(*) from inbound_event where convert_from(body, 'UTF8') like '%' || $1 || '%'`,
    [externalIds[0]],
  ),
  messages: await house.count('select count(*) from message where external_id = any($1)', [externalIds]),
  cards: house.botSays(house.owner).filter((one) => toldIn(one).includes(body)).length,
})

test('the same call twenty times at once is one call, one message and one card, and every answer is 200', async () => {
  const text = written({ text: 'twenty times the same', name: 'Twentyfold Person' })
  const call = callWith([text])
  const answers = await Promise.all(Array.from({ length: 20 }, () => postFromMeta(house.url, call)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  await house.shown(house.owner, text.text)
  await house.quiet()
  expect(await counts([text.id], text.text)).toEqual({ calls: 1, messages: 1, cards: 1 })
})

test('the same call fifty times at once, spread over two processes, is still one message and one card', async () => {
  const second = await house.startSecond()
  const [first] = [house.url]
  const text = written({ text: 'fifty times on two', name: 'Fiftyfold Person' })
  const call = callWith([text])
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => postFromMeta(index % 2 === 0 ? first : second.url, call)),
  )
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  await house.shown(house.owner, text.text)
  await house.quiet()
  expect(await counts([text.id], text.text)).toEqual({ calls: 1, messages: 1, cards: 1 })
  expect(await house.stop(second)).toBe(0)
})

test('the same message in two different calls, as after a redelivery with news in it, is one message', async () => {
  const text = written({ text: 'told again with news', name: 'Retold Person' })
  const news = written({ text: 'the news itself', from: text.from, name: text.name })
  await Promise.all([
    postFromMeta(house.url, callWith([text])),
    postFromMeta(house.url, callWith([text, news])),
  ])
  await becomes(
    () => house.count('select count(*) from message where external_id = any($1)', [[text.id, news.id]]),
    2,
  )
  await house.quiet()
  expect(
    await house.count('select count(*) from lead l join contact c on c.id = l.contact_id where c.name = $1', [
      text.name,
    ]),
  ).toBe(1)
})

test('an album of ten first messages at once makes one contact, one lead, one conversation and one card', async () => {
  const began = Date.now() - 60_000
  const album = Array.from({ length: 10 }, (_, index) =>
    written({
      from: '33639988801',
      name: 'Album Sender',
      text: `picture ${index} of the album`,
      at: began + index * 1000,
    }),
  )
  const shuffled = album.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const answers = await Promise.all(shuffled.map((text) => postFromMeta(house.url, callWith([text]))))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  await eventually(
    'all ten are stored',
    async () =>
      (await house.count('select count(*) from message where external_id = any($1)', [
        album.map(({ id }) => id),
      ])) === 10,
  )
  await house.quiet()
  const [row] = await house.sql(
    `select count(distinct m.conversation_id)::int as conversations, count(distinct m.lead_id)::int as leads,
       count(distinct v.contact_id)::int as contacts, array_agg(m.body order by m.sent_at, m.id) as bodies
     from message m join conversation v on v.id = m.conversation_id where m.external_id = any($1)`,
    [album.map(({ id }) => id)],
  )
  expect(row).toEqual({ conversations: 1, leads: 1, contacts: 1, bodies: album.map(({ text }) => text) })
  expect(await house.count(`select count(*) from contact where name = 'Album Sender'`)).toBe(1)
  const cards = house
    .botSays(house.owner)
    .filter(({ buttons, text }) => text?.includes('Album Sender') && buttons?.flat().length)
  expect(cards).toHaveLength(1)
  for (const { text } of album) {
    expect(house.botSays(house.owner).filter((shown) => toldIn(shown).includes(text))).toHaveLength(1)
  }
})

test('what Telegram delivers twice is sent to the customer once, and is one note', async () => {
  const customer = await house.customer('Doubled Customer')
  await house.customerWrites(customer, 'a question heard once')
  const card = await house.shown(house.owner, 'a question heard once')
  house.fault({ target: 'telegram-webhook', kind: 'duplicate', copies: 4, times: 1 })
  await house.staffWrites(house.owner, 'an answer told four times', card)
  await house.receives(customer, 'an answer told four times')
  const known = house.botSays(house.owner).length
  house.fault({ target: 'telegram-webhook', kind: 'duplicate', copies: 4, times: 1 })
  await house.press(house.owner, card, 'note')
  const question = await eventually('the bot asks for the note', () => house.botSays(house.owner)[known])
  house.fault({ target: 'telegram-webhook', kind: 'accept-then-reset', times: 1 })
  await house.staffWrites(house.owner, 'a note told again and again', question)
  await eventually('the note is kept', () => house.botSays(house.owner)[known + 1])
  await house.quiet()
  house.clearFaults()
  expect(house.received(customer)).toHaveLength(1)
  expect(
    await house.count('select count(*) from note where body = $1', ['a note told again and again']),
  ).toBe(1)
  expect(house.botSays(house.owner)).toHaveLength(known + 2)
})

test('a press that is heard five times claims once and is answered', async () => {
  const customer = await house.customer('Hasty Presser')
  await house.customerWrites(customer, 'press me quickly')
  const card = await house.shown(house.owner, 'press me quickly')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => house.press(house.owner, card, 'claim').catch(() => undefined)),
  )
  expect(answers.filter((answer) => answer?.answered).length).toBeGreaterThanOrEqual(1)
  expect(answers.every((answer) => answer === undefined || answer.answered)).toBe(true)
  await house.quiet()
  expect(
    await house.count(
      `select count(*) from activity a join lead l on l.id = a.lead_id
    join contact c on c.id = l.contact_id where a.kind = 'lead.claimed' and c.name = $1`,
      [customer.name],
    ),
  ).toBe(1)
})

test('everything that was ever received, heard once more, as after a kill before it was noted as done, changes nothing', async () => {
  const customer = await house.customer('Reheard Customer')
  await house.customerWrites(customer, 'hear me again')
  const card = await house.shown(house.owner, 'hear me again')
  await house.staffWrites(house.owner, 'an answer heard again', card)
  await house.receives(customer, 'an answer heard again')
  const known = house.botSays(house.owner).length
  await house.press(house.owner, card, 'note')
  const question = await eventually('the bot asks for the note', () => house.botSays(house.owner)[known])
  await house.staffWrites(house.owner, 'a note heard again', question)
  await becomes(() => house.count('select count(*) from note where body = $1', ['a note heard again']), 1)
  await house.quiet()
  const before = {
    rows: await rows(),
    calls: house.sendCalls().length,
    cards: cards(),
  }
  await house.sql(`update inbound_event set state = 'pending', attempts = 0, due_at = now(), done_at = null`)
  await house.sql(`select pg_notify('parley_wake', 'inbox,updates')`)
  await house.quiet()
  expect(await rows()).toEqual(before.rows)
  expect(house.sendCalls()).toHaveLength(before.calls)
  expect(cards()).toEqual(before.cards)
})

/** How much of everything there is. */
const rows = async () =>
  (
    await house.sql(
      `select (select count(*)::int from message) as messages, (select count(*)::int from lead) as leads,
         (select count(*)::int from contact) as contacts, (select count(*)::int from note) as notes,
         (select count(*)::int from attachment) as attachments`,
    )
  )[0]

const cards = () =>
  house
    .botSays(house.owner)
    .filter(({ buttons }) => buttons)
    .map(({ id, text }) => [id, text])
