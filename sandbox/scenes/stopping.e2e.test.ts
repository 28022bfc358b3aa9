import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomes, eventually, moment } from './testing/eventually.ts'
import { putLoadOn } from './testing/load.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { get } from './testing/post.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(() => house?.close())

test('asked to stop under load: every call is answered, no connection is reset, the exit code is 0 within ten seconds', async () => {
  const first = house.app()
  const second = await house.startSecond()
  let target = first.url
  const load = putLoadOn(() => target, { writers: 24, everyMs: 1, name: 'Stopping' })
  await eventually('messages are taken', () => load.acknowledged.size > 40)
  // As a load balancer does: it looks whether the process is ready, and sends no more when it is not.
  const watched = eventually('the process says that it is not ready any more', async () => {
    if ((await get(`${first.url}/health/ready`)).status === 200) return false
    target = second.url
    return true
  })
  const began = Date.now()
  expect(await house.stop(first)).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  await watched
  const before = load.acknowledged.size
  await eventually('the second process takes over', () => load.acknowledged.size > before + 20)
  await load.stop()
  const ids = [...load.acknowledged]
  await becomes(
    () => house.count('select count(*) from message where external_id = any($1)', [ids]),
    ids.length,
  )
  // What staff are told of so many messages is not what this is about, and takes its time.
  await house.sql('delete from event_delivery')
  await house.quiet(40_000)
  // A load balancer goes to the next process when one takes no connections; a cut connection it cannot mend.
  const refused = load.answers.filter(({ error }) => error === 'ECONNREFUSED').length
  expect(load.answers.filter(({ status, error }) => status !== 200 && error !== 'ECONNREFUSED')).toEqual([])
  expect(ids).toHaveLength(load.written.length - refused)
}, 60_000)

test('what was under way when the process was asked to stop is finished by it or by the next one, once', async () => {
  const customer = await house.customer('Stopped Midway')
  await house.customerWrites(customer, 'a question while stopping')
  const card = await house.shown(house.owner, 'a question while stopping')
  // So that nothing but our own send can move the message.
  await house.change(customer, { online: false })
  house.fault({ target: 'graph', kind: 'slow-answer', delayMs: 1_500, peer: customer.number, times: 1 })
  const texts = ['under way while stopping', 'still queued while stopping']
  for (const text of texts) await house.staffWrites(house.owner, text, card)
  await house.receives(customer, 'under way while stopping')
  expect(await house.stop()).toBe(0)
  await becomes(
    async () => (await house.sql('select status from message where body = $1', [texts[0]]))[0]?.status,
    'sent',
    1_000,
  )
  await house.restart()
  await house.receives(customer, 'still queued while stopping')
  await house.quiet()
  expect(house.received(customer).map(({ text }) => text)).toEqual(texts)
})

test('a network that hangs holds nobody up: the exit code is 0 within ten seconds, and nothing is sent twice', async () => {
  const customer = await house.customer('Long Silence')
  house.fault({ target: 'graph', kind: 'hang', delayMs: 40_000, peer: customer.number, times: 1 })
  await house.customerWrites(customer, 'silence while stopping')
  const card = await house.shown(house.owner, 'silence while stopping')
  await house.staffWrites(house.owner, 'into the silence', card)
  const status = async () =>
    (await house.sql('select status from message where body = $1', ['into the silence']))[0]?.status
  await becomes(status, 'sending')
  const began = Date.now()
  expect(await house.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  // Nobody knows whether it was taken: staff are told, and it is not sent again by itself.
  expect(await status()).toBe('unconfirmed')
  await house.restart()
  await house.quiet()
  expect(await status()).toBe('unconfirmed')
  expect(house.received(customer)).toEqual([])
})

test('a second request to stop ends the process at once', async () => {
  const customer = await house.customer('Hurried Stop')
  house.fault({ target: 'graph', kind: 'hang', delayMs: 6_000, peer: customer.number, times: 1 })
  await house.customerWrites(customer, 'hang while stopping')
  const card = await house.shown(house.owner, 'hang while stopping')
  await house.staffWrites(house.owner, 'this one hangs', card)
  await becomes(
    async () =>
      (await house.sql('select status from message where body = $1', ['this one hangs']))[0]?.status,
    'sending',
  )
  const app = house.app()
  app.signal('SIGTERM')
  await moment(300)
  expect(app.isRunning()).toBe(true)
  const began = Date.now()
  app.signal('SIGTERM')
  expect(await app.ended).toBe(1)
  expect(Date.now() - began).toBeLessThan(1_000)
  await house.restart()
})
