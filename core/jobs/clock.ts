import type pg from 'pg'
import { openPool } from '../database/open-pool.ts'
import type { Logger } from '../log.ts'
import { backOff } from '../loops/back-off.ts'
import { newId } from '../new-id.ts'

export interface ClockOptions<Ticking extends { name: string; everySeconds: number }> {
  /** The application's own connection. */
  url: string
  jobs: readonly Ticking[]
  /** Runs a job; never throws. */
  run: (job: Ticking) => Promise<unknown>
  log: Logger
  /** How often Agenda looks for jobs, in milliseconds. */
  lookEveryMs?: number
  /** How often it is looked whether Agenda's table still has every job, in milliseconds. */
  mendEveryMs?: number
}

/** A process that died gives its tick to another after so long, in milliseconds; a long run prolongs it. */
const lockMs = 15_000
/** How long closing waits for runs that are under way, in milliseconds: the queues survive an end in the middle. */
const drainMs = 5_000
const firstPauseMs = 500
const longestPauseMs = 10_000

/**
 * Agenda as the desk's clock, the only file that knows it: it says when to look, and holds nothing that could be lost.
 * Its table is made by our migrations, its pool is ours, and it neither listens nor notifies: a tick may come
 * `lookEveryMs` late anyway. Starts behind the caller's back and goes on trying while the database is away.
 */
export function openClock<Ticking extends { name: string; everySeconds: number }>(
  options: ClockOptions<Ticking>,
): { close(): Promise<void> } {
  const { jobs, run, log, lookEveryMs = 5_000, mendEveryMs = 20_000 } = options
  const name = `parley-${newId()}`
  const ending = new AbortController()
  const { signal } = ending
  const onError = (error: Error) =>
    log.debug({ err: error }, 'the clock lost a connection; it is opened anew')
  const pool = openPool({ url: options.url, max: 2, applicationName: 'parley-clock', onError })

  /** Until it works or the clock is closed. */
  async function keepTrying(step: () => Promise<unknown>): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        return void (await step())
      } catch (error) {
        if (failures === 0) log.warn({ err: error }, 'the clock cannot reach the database; it keeps trying')
        await pause(backOff(failures, firstPauseMs, longestPauseMs), signal)
      }
    }
  }

  async function start() {
    // Only here: a process without work, and a desk without workers, need not carry it.
    const [{ Agenda }, { PostgresBackend }] = await Promise.all([
      import('agenda'),
      import('@agendajs/postgres-backend'),
    ])
    const backend = new PostgresBackend({ pool, ensureSchema: false, disableNotifications: true })
    // Agenda waits for this without a catch: a database that is away must not end the process.
    const connect = backend.connect.bind(backend)
    backend.connect = () => keepTrying(connect)
    // The same for unlocking, which it does not wait for at all.
    const { repository } = backend
    const unlock = repository.unlockJob.bind(repository)
    repository.unlockJob = (job) => unlock(job).catch(onError)

    const agenda = new Agenda({
      backend,
      name,
      processEvery: lookEveryMs,
      defaultLockLifetime: lockMs,
      defaultLockLimit: 1,
      defaultConcurrency: 1,
      removeOnComplete: true,
    })
    agenda.on('error', (error: Error) => log.warn({ err: error }, 'a tick of the clock failed'))
    for (const job of jobs) {
      agenda.define(job.name, async (tick) => {
        const prolonging = setInterval(() => void tick.touch().catch(onError), lockMs / 3)
        await run(job).finally(() => clearInterval(prolonging))
      })
    }
    const mend = async () => {
      const missing = await missingJobs(
        pool,
        jobs.map(({ name: job }) => job),
      )
      for (const { name: job, everySeconds } of jobs) {
        if (missing.has(job)) await agenda.every(`${everySeconds} seconds`, job)
      }
    }
    await keepTrying(mend)
    await agenda.start()
    let mending: Promise<void> = Promise.resolve()
    const timer = setInterval(() => {
      mending = mending.then(mend).catch(onError)
    }, mendEveryMs)
    return async () => {
      clearInterval(timer)
      await mending
      await agenda.drain({ timeout: drainMs, closeConnection: false })
      await giveBack(pool, name).catch(onError)
    }
  }

  const started = start().catch((error: unknown) => {
    log.error({ err: error }, 'the clock did not start; what it should do is done by the pulse')
    return undefined
  })
  return {
    async close() {
      ending.abort()
      await (await started)?.()
      await pool.end()
    },
  }
}

async function missingJobs(pool: pg.Pool, wanted: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select w.name from unnest($1::text[]) as w(name) where not exists (select 1 from agenda_jobs j
       where j.name = w.name and j.type = 'single' and j.next_run_at is not null)`,
    [wanted],
  )
  return new Set(rows.map((row) => row.name))
}

/** Ticks that Agenda had locked ahead of their time go to another process at once, not when their lock runs out. */
async function giveBack(pool: pg.Pool, name: string): Promise<void> {
  await pool.query('update agenda_jobs set locked_at = null where last_modified_by = $1', [name])
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
