import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type Person, toldIn } from './testing/staff-side.ts'

let house: House
let karim: Person

beforeAll(async () => {
  house = await openHouse()
  karim = await house.hires('Karimouche', 'agent')
})

afterAll(() => house?.close())

beforeEach(() => house.clearFaults())

const showing = (person: Person, words: string) =>
  house.botSays(person).filter((one) => toldIn(one).includes(words))

async function customerWrites(name: string, words: string) {
  const customer = await house.customer(name)
  await house.customerWrites(customer, words)
  return customer
}

for (const kind of ['http-500', 'http-502-html'] as const) {
  test(`Telegram answers ${kind} for a while: every card comes once it works again, and once only`, async () => {
    house.fault({ target: 'telegram', kind, forMs: 1_500 })
    const words = [1, 2, 3].map((n) => `written during ${kind}, number ${n}`)
    const customer = await house.customer(`Away ${kind}`)
    for (const text of words) await house.customerWrites(customer, text)
    for (const text of words) await house.shown(karim, text)
    await house.quiet()
    // In the order in which they came: the customer's network counts in seconds, and calls us side by side.
    const came = await house.sql<{ body: string }>(
      'select body from message where body = any($1) order by sent_at, id',
      [words],
    )
    for (const person of [house.owner, karim]) {
      const order = came.map(({ body }) => {
        expect(showing(person, body)).toHaveLength(1)
        return showing(person, body)[0]?.id ?? 0
      })
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })
}

test('Telegram wants one chat left alone: that chat waits so long, all others go on at once', async () => {
  house.fault({
    target: 'telegram',
    kind: 'http-429',
    method: 'sendMessage',
    peer: String(karim.id),
    retryAfterSeconds: 3,
    times: 1,
  })
  const began = Date.now()
  await customerWrites('Waiting Chat', 'one chat must wait')
  await house.shown(house.owner, 'one chat must wait', 2_000)
  const late = await house.shown(karim, 'one chat must wait', 8_000)
  expect(late.at - began).toBeGreaterThan(2_900)
  await house.quiet()
  expect(showing(karim, 'one chat must wait')).toHaveLength(1)
  const tries = house.sandbox.kernel
    .calls()
    .filter(
      ({ title, request }) =>
        title.endsWith('/sendMessage') && JSON.stringify(request).includes('one chat must wait'),
    )
  expect(tries).toHaveLength(3)
})

test('somebody has blocked the bot: he is unreachable, his customer’s words go to the owner, and nothing is tried for ever', async () => {
  const customer = await customerWrites('Left Alone', 'take me, Karim')
  const card = await house.shown(karim, 'take me, Karim')
  await house.press(karim, card, 'claim')
  await house.quiet()
  // He blocks the bot, and Telegram does not say so until it is written to.
  house.fault({ target: 'telegram-webhook', kind: 'drop', times: 1 })
  await house.blocks(karim, true)
  await house.customerWrites(customer, 'are you still there?')
  await becomes(
    () =>
      house.count(
        'select count(*) from member where telegram_user_id = $1 and unreachable_since is not null',
        [karim.id],
      ),
    1,
  )
  await house.customerWrites(customer, 'somebody answer me')
  const told = await house.shown(house.owner, 'somebody answer me')
  await house.staffWrites(house.owner, 'I am here for you.', told)
  await house.receives(customer, 'I am here for you.')
  await house.quiet()
  const tries = house.sandbox.kernel
    .calls()
    .filter(({ title, status }) => title.endsWith('/sendMessage') && status === 403)
  expect(tries.length).toBeLessThanOrEqual(3)
  await house.blocks(karim, false)
  await house.starts(karim)
  await customerWrites('Back Again', 'welcome back, Karim')
  await house.shown(karim, 'welcome back, Karim')
})

test('Telegram cannot read our formatting: the card is shown as plain text, once', async () => {
  house.fault({
    target: 'telegram',
    kind: 'error',
    method: 'sendMessage',
    peer: String(house.owner.id),
    times: 1,
    status: 400,
    body: {
      ok: false,
      error_code: 400,
      description: "Bad Request: can't parse entities: unsupported start tag",
    },
  })
  const customer = await customerWrites('Plain <b>Name</b>', 'no formatting & no <loss>')
  const card = await house.shown(house.owner, 'no formatting & no <loss>')
  expect(card.text).toContain('Plain <b>Name</b>')
  expect(card.buttons?.flat().length).toBeGreaterThan(2)
  await house.quiet()
  expect(showing(house.owner, 'no formatting & no <loss>')).toHaveLength(1)
  await house.staffWrites(house.owner, 'an answer to the plain card', card)
  await house.receives(customer, 'an answer to the plain card')
})

test('while Telegram is away a customer’s message is still taken within a second', async () => {
  house.fault({ target: 'telegram', kind: 'hang', delayMs: 4_000, forMs: 3_000 })
  const began = Date.now()
  await customerWrites('Patient Person', 'taken while Telegram hangs')
  await eventually(
    'it is stored',
    async () =>
      (await house.count('select count(*) from message where body = $1', ['taken while Telegram hangs'])) ===
      1,
  )
  expect(Date.now() - began).toBeLessThan(1_000)
  house.clearFaults()
  await house.shown(house.owner, 'taken while Telegram hangs', 20_000)
})
