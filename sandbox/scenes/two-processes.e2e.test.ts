import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually } from './testing/eventually.ts'
import { putLoadOn } from './testing/load.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { App } from './testing/run-app.ts'
import { toldIn } from './testing/staff-side.ts'

let house: House
let first: App
let second: App

beforeAll(async () => {
  house = await openHouse()
  first = house.app()
  second = await house.startSecond()
})

afterAll(() => house?.close())

test('two processes share the work: every message is stored and shown once, and each lead has one card', async () => {
  let turn = 0
  const load = putLoadOn(
    () => {
      turn += 1
      return turn % 2 === 0 ? first.url : second.url
    },
    { writers: 5, everyMs: 40, name: 'Shared' },
  )
  await eventually('messages are taken', () => load.acknowledged.size >= 80)
  await load.stop()
  await house.quiet(40_000)
  const ids = [...load.acknowledged]
  expect(ids).toHaveLength(load.written.length)
  expect(await house.count('select count(*) from message where external_id = any($1)', [ids])).toBe(
    ids.length,
  )
  const shown = house.botSays(house.owner).map(toldIn)
  const wrong = load.written.filter(({ text }) => shown.filter((one) => one.includes(text)).length !== 1)
  expect(wrong.map(({ text }) => text)).toEqual([])
  expect(
    await house.count(
      `select count(*) from lead l join contact c on c.id = l.contact_id where c.name like 'Shared%'`,
    ),
  ).toBe(5)
})

test('answers to one customer stay in order though two processes send', async () => {
  const customer = await house.customer('Ordered Receiver')
  await house.customerWrites(customer, 'please count for me')
  const card = await house.shown(house.owner, 'please count for me')
  const texts = Array.from({ length: 12 }, (_, index) => `count ${index}`)
  for (const text of texts) await house.staffWrites(house.owner, text, card)
  await house.receives(customer, 'count 11')
  await house.quiet()
  expect(house.received(customer).map(({ text }) => text)).toEqual(texts)
})

test('a process that stands still past its lease sends nothing twice and takes nothing back when it goes on', async () => {
  const customer = await house.customer('Zombie Receiver')
  await house.customerWrites(customer, 'a question to the standing')
  const card = await house.shown(house.owner, 'a question to the standing')
  await house.stop(second)
  // The one process that runs stops in the middle of a send: Meta has taken it, the answer is not read.
  house.fault({ target: 'graph', kind: 'slow-answer', delayMs: 700, peer: customer.number, times: 1 })
  await house.staffWrites(house.owner, 'sent by the standing one', card)
  await house.receives(customer, 'sent by the standing one')
  first.signal('SIGSTOP')
  second = await house.startSecond()
  // A minute goes by.
  await house.sql(
    `update outbound_send set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
  const status = async () =>
    (await house.sql('select status from message where body = $1', ['sent by the standing one']))[0]?.status
  await becomes(async () => ['unconfirmed', 'delivered', 'sent'].includes(String(await status())), true)
  const customerBefore = house.received(customer).length
  first.signal('SIGCONT')
  await house.staffWrites(house.owner, 'sent afterwards', card)
  await house.receives(customer, 'sent afterwards')
  await house.quiet()
  expect(customerBefore).toBe(1)
  expect(house.received(customer).map(({ text }) => text)).toEqual([
    'sent by the standing one',
    'sent afterwards',
  ])
  expect(house.sendCalls().filter(({ text }) => text === 'sent by the standing one')).toHaveLength(1)
  await becomes(status, 'delivered')
})

test('one process is killed, and the other goes on as if nothing had been', async () => {
  await house.kill9(first)
  const customer = await house.customer('Survivor Writer')
  await house.customerWrites(customer, 'does anybody hear me?')
  const card = await house.shown(house.owner, 'does anybody hear me?')
  await house.staffWrites(house.owner, 'the survivor does', card)
  await house.receives(customer, 'the survivor does')
})

test('two processes that start at once on an empty organization make one', async () => {
  expect(await house.count('select count(*) from organization')).toBe(1)
  const pair = await Promise.all([house.startSecond(), house.startSecond()])
  expect(await house.count('select count(*) from organization')).toBe(1)
  expect(await house.count('select count(*) from channel_account')).toBe(1)
  for (const app of pair) expect(await house.stop(app)).toBe(0)
})
