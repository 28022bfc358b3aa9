import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually, moment } from './testing/eventually.ts'
import { putLoadOn } from './testing/load.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { toldIn } from './testing/staff-side.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

/** Leases last a minute; a scene lets the minute pass by setting them back. */
const letLeasesRunOut = async () => {
  await house.sql(
    `update outbound_send set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
  await house.sql(
    `update event_delivery set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
  await house.sql(`update staff_post set lease_until = null, lease_token = null where state = 'pending'`)
  await house.sql(`update staff_chat set lease_until = '-infinity'`)
  await house.sql(`update inbound_event set due_at = now() where state = 'pending'`)
}

test('whatever was answered with 200 is there exactly once, however often the process is killed under load', async () => {
  const rounds = 3
  const load = putLoadOn(() => house.url, { writers: 6, everyMs: 25, name: 'Killed' })
  for (let round = 0; round < rounds; round += 1) {
    const before = load.acknowledged.size
    await eventually('messages are taken', () => load.acknowledged.size > before + 25)
    await moment(Math.random() * 150)
    await house.kill9()
    await house.restart()
    await letLeasesRunOut()
  }
  await load.stop()
  await house.quiet(60_000)
  const ids = [...load.acknowledged]
  expect(ids.length).toBeGreaterThan(75)
  const rows = await house.sql<{ external_id: string; copies: number }>(
    `select external_id, count(*)::int as copies from message where external_id = any($1) group by external_id`,
    [ids],
  )
  expect(rows).toHaveLength(ids.length)
  expect(rows.filter(({ copies }) => copies !== 1)).toEqual([])
  // To staff each is shown at least once; once more than that at most for each kill.
  const texts = new Map(load.written.map(({ id, text }) => [id, text]))
  const shown = house.botSays(house.owner).map(toldIn)
  const timesShown = ids.map((id) => shown.filter((text) => text.includes(`${texts.get(id)}`)).length)
  expect(timesShown.filter((times) => times === 0)).toEqual([])
  expect(timesShown.reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(rounds)
  // One card for each writer.
  expect(
    await house.count(
      `select count(*) from lead l join contact c on c.id = l.contact_id where c.name like 'Killed%'`,
    ),
  ).toBe(6)
}, 120_000)

test('killed between Meta’s acceptance and our commit: not sent again, unconfirmed, told to staff, then closed by the state', async () => {
  const customer = await house.customer('Killed Between')
  await house.customerWrites(customer, 'a question before the kill')
  const card = await house.shown(house.owner, 'a question before the kill')
  await house.change(customer, { online: false })
  house.fault({ target: 'graph', kind: 'slow-answer', delayMs: 2_000, peer: customer.number, times: 1 })
  // No state reaches the desk until this scene lets it.
  house.fault({ target: 'meta-webhook', kind: 'http-500', method: 'statuses' })
  const answer = await house.staffWrites(house.owner, 'accepted and then killed', card)
  await house.receives(customer, 'accepted and then killed')
  await house.kill9()
  await house.restart()
  await letLeasesRunOut()
  const status = async () =>
    (await house.sql('select status from message where body = $1', ['accepted and then killed']))[0]?.status
  await becomes(status, 'unconfirmed')
  const told = await eventually('the staff member is told that nobody knows', () =>
    house.botSays(house.owner).find(({ replyTo }) => replyTo === answer.id),
  )
  expect(told.text?.length).toBeGreaterThan(30)
  house.clearFaults()
  await house.change(customer, { online: true })
  await becomes(status, 'delivered')
  await becomes(
    () =>
      house
        .chatOf(house.owner)
        .find(({ id }) => id === answer.id)
        ?.reactions.map(({ emoji }) => emoji),
    ['👀'],
  )
  await house.quiet()
  expect(house.received(customer)).toHaveLength(1)
  expect(
    await house.count('select count(*) from message where external_id is not null and body = $1', [
      'accepted and then killed',
    ]),
  ).toBe(1)
})

test('killed while a card is being shown: it is shown again after the lease, at most one time too many', async () => {
  const customer = await house.customer('Killed While Showing')
  house.fault({ target: 'telegram', kind: 'slow-answer', method: 'sendMessage', delayMs: 2_000, times: 1 })
  await house.customerWrites(customer, 'shown during the kill')
  await house.shown(house.owner, 'shown during the kill')
  await house.kill9()
  await house.restart()
  await letLeasesRunOut()
  await house.quiet()
  const copies = house.botSays(house.owner).filter((one) => toldIn(one).includes('shown during the kill'))
  expect(copies.length).toBeLessThanOrEqual(2)
  // An answer to either copy is an answer to the customer.
  const last = copies.at(-1)
  await house.staffWrites(house.owner, 'answered to the copy', last)
  await house.receives(customer, 'answered to the copy')
})
