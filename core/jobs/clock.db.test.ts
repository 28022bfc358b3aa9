import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { applicationUrl } from '../database/application-role.ts'
import { createLog } from '../log.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { openClock } from './clock.ts'

let test: TestCore
let url: string

beforeAll(async () => {
  test = await openTestCore()
  url = await applicationUrl(test.url, testKey)
})
beforeEach(() => test.rows('truncate agenda_jobs'))
afterAll(() => test.close())

/** A clock that ticks every second, unless said otherwise, and what ran by it. */
function start({
  run = async () => undefined,
  at = url,
  everySeconds = 1,
  lookEveryMs = 200,
}: {
  run?: () => Promise<unknown>
  at?: string
  everySeconds?: number
  lookEveryMs?: number
} = {}) {
  const ran: number[] = []
  const clock = openClock({
    url: at,
    jobs: [{ name: 'work', everySeconds }],
    run: async () => {
      ran.push(Date.now())
      await run()
    },
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    lookEveryMs,
    mendEveryMs: 400,
  })
  return { ...clock, ran }
}

async function until(holds: () => boolean | Promise<boolean>, within = 15_000) {
  const end = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not happen in time.')
    await sleep(20)
  }
}

it('ticks with the rights of the application, and closing it gives the tick to another at once', async () => {
  const first = start({ everySeconds: 3, lookEveryMs: 2_000 })
  await until(() => first.ran.length >= 1)
  // Agenda locks what is due before it looks again, and runs it by a timer.
  const ahead = `select 1 from agenda_jobs where locked_at is not null
    and last_finished_at >= last_run_at and next_run_at > now() + interval '300 milliseconds'`
  await until(async () => (await test.rows(ahead)).length === 1)
  await first.close()
  const [row] = await test.rows('select locked_at, type from agenda_jobs')
  expect(row).toEqual({ locked_at: null, type: 'single' })
  const second = start()
  await until(() => second.ran.length >= 1, 5_000)
  await second.close()
})

it('ticks in one of two processes at a time', async () => {
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await sleep(300)
    running -= 1
  }
  const [one, other] = [start({ run: work }), start({ run: work })]
  await until(() => one.ran.length + other.ran.length >= 4)
  await Promise.all([one.close(), other.close()])
  expect(most).toBe(1)
})

it('goes on when its table is emptied under it', async () => {
  const clock = start()
  await until(() => clock.ran.length >= 1)
  await test.rows('truncate agenda_jobs')
  const before = clock.ran.length
  await until(() => clock.ran.length >= before + 2)
  await clock.close()
})

it('goes on after its connections were cut', async () => {
  const clock = start()
  await until(() => clock.ran.length >= 1)
  await test.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley-clock'`,
  )
  const before = clock.ran.length
  await until(() => clock.ran.length >= before + 2)
  await clock.close()
})

it('does not hold up the end of a process whose database never answered', async () => {
  const clock = start({ at: 'postgres://nobody:nothing@127.0.0.1:1/none' })
  await sleep(300)
  const began = Date.now()
  await clock.close()
  expect(Date.now() - began).toBeLessThan(5_000)
})

it('waits for what is under way when it is closed', async () => {
  let ended = false
  const run = async () => {
    await sleep(800)
    ended = true
  }
  const clock = start({ run })
  await until(() => clock.ran.length === 1)
  await clock.close()
  expect(ended).toBe(true)
})
