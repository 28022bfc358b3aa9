import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { type House, openHouse } from './testing/open-house.ts'
import type { App } from './testing/run-app.ts'

let house: House
let web: App
let stopped: number | undefined

beforeAll(async () => {
  // One process that receives, one that works: they hear of each other through the database only.
  house = await openHouse()
  const both = house.app()
  await house.startSecond({ ROLES: 'worker' })
  web = await house.startSecond({ ROLES: 'web' })
  await house.stop(both)
  house.leadTo([web])
})

afterAll(async () => {
  if (stopped !== undefined) process.kill(stopped, 'SIGCONT')
  await house?.close()
})

/** Writes and measures how long it takes until staff see it, in milliseconds. */
async function timeToStaff(words: string): Promise<number> {
  const customer = await house.customer(`Sender of ${words}`)
  const began = Date.now()
  await house.customerWrites(customer, words)
  const card = await house.shown(house.owner, words)
  const shown = card.at - began
  await house.staffWrites(house.owner, `answer to ${words}`, card)
  await house.receives(customer, `answer to ${words}`)
  return shown
}

test('what one process receives the other is told of at once', async () => {
  await timeToStaff('a word to warm up')
  expect(await timeToStaff('told at once')).toBeLessThan(1_000)
})

test('when the telling silently fails the work is found all the same, within five seconds', async () => {
  const [listener] = await house.sql<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'parley-listen' and datname = current_database()`,
  )
  // The session that listens stands still: the connection is open and silent, as through a broken network.
  stopped = listener?.pid ?? 0
  process.kill(stopped, 'SIGSTOP')
  expect(await timeToStaff('told by nobody')).toBeLessThan(5_000)
  process.kill(stopped, 'SIGCONT')
  stopped = undefined
  await eventually(
    'the telling works again',
    async () => (await timeToStaff(`told again ${Date.now()}`)) < 1_000,
  )
})
