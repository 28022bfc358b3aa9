import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { ChatMessage } from './testing/staff-side.ts'
import { world } from './testing/world.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

beforeEach(() => house.clearFaults())

async function leadCard(name: string) {
  const customer = await house.customer(name)
  await house.customerWrites(customer, `a question of ${name}`)
  return { customer, card: await house.shown(house.owner, `a question of ${name}`) }
}

test('Meta refuses for now, in three different ways: the answers arrive in their order, each once', async () => {
  const kinds = ['http-500', 'http-502-html', 'http-429'] as const
  await Promise.all(
    kinds.map(async (kind) => {
      const { customer, card } = await leadCard(`Refused ${kind}`)
      house.fault({ target: 'graph', kind, peer: customer.number, times: 1 })
      const texts = [1, 2, 3].map((n) => `answer ${n} during ${kind}`)
      for (const text of texts) await house.staffWrites(house.owner, text, card)
      await house.receives(customer, texts[2] ?? '')
      await becomes(() => house.received(customer).map(({ text }) => text), texts)
      const refused = house.sendCalls().filter(({ text, status }) => text === texts[0] && status !== 200)
      expect(refused, kind).toHaveLength(1)
    }),
  )
  await house.quiet()
})

test('one person gets too much at once: he waits, and others do not', async () => {
  const slow = await leadCard('Paired Person')
  const quick = await leadCard('Other Pair')
  house.fault({
    target: 'graph',
    kind: 'error',
    peer: slow.customer.number,
    times: 1,
    status: 400,
    body: { error: { message: '(#131056) Pair rate limit hit', code: 131056 } },
  })
  const began = Date.now()
  await house.staffWrites(house.owner, 'the first to the slow one', slow.card)
  await house.staffWrites(house.owner, 'the second to the slow one', slow.card)
  await house.staffWrites(house.owner, 'at once to the other', quick.card)
  await house.receives(quick.customer, 'at once to the other', 3_000)
  await house.receives(slow.customer, 'the second to the slow one')
  expect(Date.now() - began).toBeGreaterThan(5_500)
  expect(house.received(slow.customer).map(({ text }) => text)).toEqual([
    'the first to the slow one',
    'the second to the slow one',
  ])
})

/** Whether it is the notice of a stopped channel: it can be taken up again below it. */
const isOfStopping = ({ buttons }: ChatMessage) =>
  buttons?.flat().some(({ callbackData }) => callbackData?.startsWith('resume:')) ?? false

test('a dead token stops the channel with one notice; a new token and a restart send what waited, in order', async () => {
  const one = await leadCard('Token Waiter')
  const two = await leadCard('Token Sitter')
  const fresh = 'EAAsceneRenewedAccessToken'
  // From now on Meta knows another token only.
  await house.connectMeta(house.url, { ...world.meta, accessToken: fresh })
  const known = house.botSays(house.owner).length
  const texts = ['waits for the token, one', 'waits for the token, two', 'waits for the token, three']
  for (const text of texts) await house.staffWrites(house.owner, text, one.card)
  await house.staffWrites(house.owner, 'waits too, in the other chat', two.card)
  await becomes(
    async () =>
      (await house.sql('select state, stopped_reason ->> $1 as code from channel_account', ['code']))[0],
    { state: 'stopped', code: '190' },
  )
  const notice = await eventually('there is a notice', () =>
    house.botSays(house.owner).slice(known).find(isOfStopping),
  )
  expect(notice.text).toContain('190')
  expect(await house.stop()).toBe(0)
  expect(house.received(one.customer)).toEqual([])
  await house.restart({ WHATSAPP_ACCESS_TOKEN: fresh })
  await house.receives(one.customer, 'waits for the token, three')
  await house.receives(two.customer, 'waits too, in the other chat')
  await house.quiet()
  expect(house.received(one.customer).map(({ text }) => text)).toEqual(texts)
  expect(house.received(two.customer)).toHaveLength(1)
  const notices = house.botSays(house.owner).slice(known).filter(isOfStopping)
  expect(notices).toHaveLength(1)
  expect(house.output()).not.toContain(fresh)
})

test('while a channel is stopped customers are still heard', async () => {
  await house.sql(
    `update channel_account set state = 'stopped', stopped_at = now(), stopped_reason = '{"code":"190","title":"x"}'`,
  )
  const { customer, card } = await leadCard('Heard Anyway')
  await house.staffWrites(house.owner, 'waits for the resume button', card)
  await eventually(
    'the answer waits',
    async () => (await house.count('select count(*) from outbound_send')) === 1,
  )
  const notice = house.botSays(house.owner).find(isOfStopping)
  if (!notice) throw new Error('The notice of the stopped channel is gone.')
  await house.press(house.owner, notice, 'resume')
  await house.receives(customer, 'waits for the resume button')
})
