import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openWorker } from './open-worker.ts'
import { createWake } from './wake.ts'

function begin(run: () => Promise<number>) {
  const wake = createWake(() => undefined)
  const worker = openWorker({ name: 'post', queue: 'post', wake, log: pino({ level: 'silent' }), run })
  return { wake, worker }
}

test('who is woken for nothing again and again looks less often, and at once again after work', async () => {
  let runs = 0
  let work = 0
  const { wake, worker } = begin(async () => {
    runs += 1
    const found = work
    work = 0
    return found
  })
  for (let each = 0; each < 100; each += 1) {
    wake.wakeHere('post')
    await sleep(5)
  }
  expect(runs, 'a hundred wake-ups for nothing').toBeLessThan(50)

  work = 1
  wake.wakeHere('post')
  await expect.poll(() => work, { interval: 5, timeout: 5_000 }).toBe(0)
  // The look that found something is followed by one that finds nothing, and those after it do not wait at first.
  await expect.poll(() => runs).toBeGreaterThan(1)
  const before = runs
  for (let each = 0; each < 2; each += 1) {
    wake.wakeHere('post')
    await sleep(20)
  }
  expect(runs).toBe(before + 2)
  await worker.close()
})
