import { expect, test } from 'vitest'
import { createRunner } from './create-runner.ts'

const away = () => Object.assign(new Error('terminating connection'), { code: '57P01' })

function runnerThat(step: () => Promise<string>) {
  const errors: unknown[] = []
  const stored: string[] = []
  let left = 1
  const runner = createRunner<number>({
    concurrency: 1,
    claim: async () => (left-- > 0 ? [1] : []),
    handle: async (_item, store) => void stored.push(await store(step)),
    onFree: () => undefined,
    onError: (error) => void errors.push(error),
  })
  return { runner, errors, stored }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('what is known about an item is stored once the database is back', async () => {
  let tries = 0
  const { runner, errors, stored } = runnerThat(async () => {
    tries += 1
    if (tries < 3) throw away()
    return 'stored'
  })
  await runner.run()
  await until(() => stored.length > 0)
  expect({ tries, errors, stored }).toEqual({ tries: 3, errors: [], stored: ['stored'] })
})

test('a failure that waiting does not mend is told at once, and the item is left to its lease', async () => {
  let tries = 0
  const { runner, errors } = runnerThat(async () => {
    tries += 1
    throw Object.assign(new Error('no such column'), { code: '42703' })
  })
  await runner.run()
  await runner.settled()
  expect(tries).toBe(1)
  expect(errors).toHaveLength(1)
})

test('a process that is asked to stop does not wait for a database that is away', async () => {
  const { runner, errors } = runnerThat(() => Promise.reject(away()))
  await runner.run()
  const began = Date.now()
  await runner.settled()
  expect(Date.now() - began).toBeLessThan(1_500)
  expect(errors).toHaveLength(1)
})

/** Items that come in turn, and how often somebody was told that a place is free. */
function laneOf(waits: () => Promise<boolean>, claimed: number[][]) {
  let freed = 0
  const runner = createRunner<number>({
    concurrency: 2,
    takesAll: true,
    claim: async () => claimed.shift() ?? [],
    handle: (_item, store) => store(waits),
    onFree: () => {
      freed += 1
    },
    onError: () => undefined,
  })
  return { runner, freed: () => freed }
}

test('nobody looks again after the last item of a lane, and somebody does after any other', async () => {
  const last = laneOf(async () => false, [[1]])
  await last.runner.run()
  await last.runner.settled()
  expect(last.freed()).toBe(0)

  const other = laneOf(async () => true, [[1]])
  await other.runner.run()
  await other.runner.settled()
  expect(other.freed()).toBe(1)
})

test('a look while the end of an item is being stored calls for another one', async () => {
  const { promise: stored, resolve: end } = Promise.withResolvers<boolean>()
  const lane = laneOf(() => stored, [[1]])
  await lane.runner.run()
  await lane.runner.run()
  end(false)
  await lane.runner.settled()
  expect(lane.freed()).toBe(1)
})

test('a claim that got less than it asked for leaves nothing to begin at once; a full one may', async () => {
  const { runner } = laneOf(async () => false, [[1, 2], [3]])
  await runner.run()
  expect(runner.hasMore()).toBe(true)
  await runner.run()
  expect(runner.hasMore()).toBe(false)
})
