import { setTimeout as sleep } from 'node:timers/promises'
import { openClock } from './jobs/clock.ts'
import { jobs } from './jobs/index.ts'
import { runJob } from './jobs/run-job.ts'
import { createRunners } from './loops/create-runners.ts'
import { openHousekeeping } from './loops/housekeeping.ts'
import { openListener } from './loops/open-listener.ts'
import { openPulse } from './loops/open-pulse.ts'
import { openTakingIn } from './loops/open-taking-in.ts'
import { openWorker } from './loops/open-worker.ts'
import type { WorkGround, WorkOptions } from './loops/work-options.ts'
import { openSweeper } from './media/open-sweeper.ts'

/**
 * How long what is under way may take to end when the process has to, in milliseconds, of the 10 s that it has. A network
 * that hangs for longer is left: each of its calls is a row with a lease, which the next process takes up.
 */
const farewell = 5_500

/** Starts the claim loops of all queues; `close` lets what is under way end, for some seconds. */
export function startWork(ground: WorkGround, work: WorkOptions): { close(): Promise<void> } {
  const { url, database, desk, wake, log, media, subscriptions } = ground
  const onRecorded = () => wake.wake('outbox')
  const takingIn = openTakingIn(ground, work)
  const runners = createRunners(ground, work, takingIn.isBusy)
  const workers = [
    ...takingIn.workers,
    ...runners.map(({ name, queue, runner }) =>
      openWorker({ name, queue, wake, log, run: () => runner.run(), hasMore: runner.hasMore }),
    ),
  ]
  const tools = { database, desk, subscriptions, log, onRecorded }
  workers.push(
    openWorker({
      name: 'jobs',
      queue: 'job',
      wake,
      log,
      // What the clock has missed. No more than once for each beat of the pulse, which asks again.
      async run() {
        for (const job of jobs) await runJob(job, tools)
        return 0
      },
    }),
  )
  const clock = openClock({ url, jobs, run: (job) => runJob(job, tools), log })
  const pulse = openPulse({ database, wake, log })
  const sweeper = media ? openSweeper({ ...media, database, log }) : undefined
  const listener = openListener({ url, wake, log })
  const housekeeping = openHousekeeping({ database, subscriptions, log, onRecorded, wake: wake.wake })
  return {
    async close() {
      await Promise.all([pulse.close(), clock.close()])
      // Both at once: a worker whose places are all taken rests until one of them is free.
      const settled = () => Promise.all(runners.map(({ runner }) => runner.settled()))
      const closed = Promise.all([...workers.map((worker) => worker.close()), settled()]).then(settled)
      const cutOff = await Promise.race([closed.then(() => false), sleep(farewell, true, { ref: false })])
      if (cutOff) log.warn('what is under way at networks was cut off; its leases will run out')
      await housekeeping.close()
      await sweeper?.close()
      await listener.close()
    },
  }
}
