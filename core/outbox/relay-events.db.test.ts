import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { DomainEvent } from '../events.ts'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { recordEvents } from './record-events.ts'
import { createRelay } from './relay-events.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
const heard: string[] = []
beforeAll(async () => {
  test = await openTestCore()
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())
afterEach(async () => {
  heard.length = 0
  await test.rows('delete from event_delivery')
})

const types = ['lead.released'] as const
/** The previous owner's place carries what the test wants to tell events apart by. */
const record = (lane: string, ...names: string[]) =>
  test.core.database.transaction({ organizationId: gym.organizationId }, (sql) =>
    recordEvents(
      sql,
      gym.organizationId,
      [{ name: 'listener', types }],
      names.map((name) => ({
        type: 'lead.released',
        data: { leadId: lane, previousOwnerId: name, byId: '' },
        lane,
      })),
    ),
  )
const nameOf = (event: DomainEvent) => (event.type === 'lead.released' ? event.data.previousOwnerId : '')
const relay = (handle: (name: string) => Promise<void>) =>
  createRelay({
    database: test.core.database,
    subscriber: { name: 'listener', types, handle: (event) => handle(nameOf(event)) },
    log: createLog('silent'),
    onFree: () => undefined,
  })
async function drain(...relays: ReturnType<typeof relay>[]) {
  for (let idle = 0; idle < 2; ) {
    const begun = await Promise.all(relays.map((one) => one.run()))
    await sleep(15)
    idle = begun.every((count) => count === 0) ? idle + 1 : 0
  }
}
const listen = async (name: string) => void heard.push(name)

it('tells a subscriber each event once, in order within a lane, also from two processes', async () => {
  await record('lead 1', 'a', 'b', 'c')
  await record('lead 1', 'd')
  await drain(relay(listen), relay(listen))
  expect(heard).toEqual(['a', 'b', 'c', 'd'])
  expect(await test.rows('select 1 from event_delivery')).toEqual([])
})

it('does not tell of what was rolled back', async () => {
  await test.core.database
    .transaction({ organizationId: gym.organizationId }, async (sql) => {
      const event = {
        type: 'lead.released' as const,
        data: { leadId: 'x', previousOwnerId: 'x', byId: '' },
        lane: 'x',
      }
      await recordEvents(sql, gym.organizationId, [{ name: 'listener', types }], [event])
      throw new Error('changed my mind')
    })
    .catch(() => undefined)
  await drain(relay(listen))
  expect(heard).toEqual([])
})

it('holds up only the lane of an event that cannot be handled, and lets it go on without it in the end', async () => {
  await record('sick', 'poison', 'behind it')
  await record('well', 'other')
  const one = relay(async (name) => {
    if (name === 'poison') throw new Error('cannot')
    await listen(name)
  })
  await drain(one)
  expect(heard).toEqual(['other'])
  for (let round = 0; round < 15; round += 1) {
    await test.rows('update event_delivery set due_at = now()')
    await drain(one)
  }
  expect(heard).toEqual(['other', 'behind it'])
  const [dead] = await test.rows('select state, last_error from event_delivery')
  expect(dead).toEqual({ state: 'dead', last_error: 'cannot' })
})

it('can be told again of a dead one, when a person has mended the cause', async () => {
  await record('lead 2', 'late')
  await test.rows(`update event_delivery set state = 'dead', attempts = 12`)
  await drain(relay(listen))
  expect(heard).toEqual([])
  await test.rows(`update event_delivery set state = 'pending', attempts = 0, due_at = now()`)
  await drain(relay(listen))
  expect(heard).toEqual(['late'])
})
