import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, moment } from './testing/eventually.ts'
import { type Load, putLoadOn } from './testing/load.ts'
import { type House, openHouse } from './testing/open-house.ts'
import { type OwnPostgres, openPostgres } from './testing/open-postgres.ts'
import { get, postFromMeta } from './testing/post.ts'
import { callWith, written } from './testing/whatsapp-call.ts'

let postgres: OwnPostgres
let house: House

beforeAll(async () => {
  postgres = await openPostgres()
  house = await openHouse({ databaseUrl: postgres.url })
})

afterAll(async () => {
  await postgres?.thaw()
  await house?.close()
  await postgres?.close()
})

/** Looks at the desk's health while the database is away. */
async function expectHonestRefusals(within: number) {
  const one = await postFromMeta(house.url, callWith([written()]))
  expect(one.status).toBe(503)
  expect(one.ms).toBeLessThan(within)
  const live = await get(`${house.url}/health/live`)
  expect(live.status).toBe(200)
  expect(live.ms).toBeLessThan(500)
  const ready = await get(`${house.url}/health/ready`)
  expect(ready.status).toBe(503)
  expect(ready.ms).toBeLessThan(2_000)
}

/** New messages are taken and shown again, soon, and whatever was answered with 200 is there once. */
async function expectRecovery(load: Load) {
  const back = Date.now()
  await eventually(
    'a message is taken again',
    () => load.answers.some(({ status, at }) => status === 200 && at > back),
    5_000,
  )
  await load.stop()
  const text = written({ text: `after the database was away ${back}` })
  await eventually(
    'the desk is ready',
    async () => (await get(`${house.url}/health/ready`)).status === 200,
    5_000,
  )
  expect((await postFromMeta(house.url, callWith([text]))).status).toBe(200)
  await house.shown(house.owner, text.text, 10_000)
  await house.quiet(75_000)
  const ids = [...load.acknowledged]
  expect(ids.length).toBeGreaterThan(20)
  const copies = await house.sql<{ copies: number }>(
    'select count(*)::int as copies from message where external_id = any($1) group by external_id',
    [ids],
  )
  expect(copies).toHaveLength(ids.length)
  expect(copies.every((row) => row.copies === 1)).toBe(true)
  expect(house.app().isRunning()).toBe(true)
}

test('PostgreSQL dies under load and comes back: 503 meanwhile, nobody crashes, nothing that was taken is lost', async () => {
  const load = putLoadOn(() => house.url, { writers: 4, everyMs: 30, name: 'Stopped' })
  await eventually('messages are taken', () => load.acknowledged.size > 30)
  const pid = house.app().pid
  await postgres.stopAtOnce()
  await expectHonestRefusals(2_000)
  await moment(1_500)
  await expectHonestRefusals(2_000)
  await postgres.startAgain()
  await expectRecovery(load)
  expect(house.app().pid).toBe(pid)
}, 90_000)

test('PostgreSQL hangs under load and goes on: 503 within five seconds, and nothing twice afterwards', async () => {
  const load = putLoadOn(() => house.url, { writers: 4, everyMs: 30, name: 'Frozen' })
  await eventually('messages are taken', () => load.acknowledged.size > 30)
  await postgres.freeze()
  await expectHonestRefusals(5_000)
  await postgres.thaw()
  await expectRecovery(load)
  const refused = load.answers.filter(({ status }) => status !== 200)
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 503))
  expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(5_500)
}, 90_000)

test('every session is cut at once, again and again, and the work goes on', async () => {
  const load = putLoadOn(() => house.url, { writers: 4, everyMs: 30, name: 'Cut' })
  for (let round = 0; round < 8; round += 1) {
    await moment(150)
    await house.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'parley%' and pid <> pg_backend_pid()`,
    )
  }
  await expectRecovery(load)
}, 60_000)

test('others hold every connection of the server: 503 after a bounded wait, and all is well once they let go', async () => {
  const load = putLoadOn(() => house.url, { writers: 4, everyMs: 30, name: 'Crowded' })
  await eventually('messages are taken', () => load.acknowledged.size > 30)
  const others = await postgres.crowd()
  await expectHonestRefusals(5_000)
  await others.leave()
  await expectRecovery(load)
}, 60_000)
