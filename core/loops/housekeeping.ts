import type { Database } from '../database/sql.ts'
import { anyAwaited, takeUpAwaiting } from '../inbox/take-up-awaiting.ts'
import { takeUpOutdated } from '../inbox/take-up-outdated.ts'
import type { Logger } from '../log.ts'
import type { Subscriptions } from '../outbox/record-events.ts'
import { clearDone } from './clear-done.ts'
import { joinEarly } from './join-early.ts'
import type { Queue } from './wake.ts'

export interface HousekeepingOptions {
  database: Database
  subscriptions: Subscriptions
  log: Logger
  onRecorded: () => void
  wake: (queue: Queue) => void
}

/**
 * Joins, every few seconds, what two transactions stored at the same moment without seeing each other: delivery states,
 * changes and watermarks with their messages, and items for an account with its connection. Takes up, every minute, what
 * a process of the version before could not store. And clears, every hour, what has been done for long.
 */
export function openHousekeeping(options: HousekeepingOptions): { close(): Promise<void> } {
  const { database, log } = options
  let closing = false
  let current: Promise<void> = Promise.resolve()
  const every = (ms: number, step: () => Promise<void>) =>
    setInterval(() => {
      current = current.then(async () => {
        if (closing) return
        await step().catch((error: unknown) =>
          log.warn({ err: error }, 'housekeeping failed and will be tried again'),
        )
      })
    }, ms)
  const timers = [
    every(5_000, () => joinEarlyStates(options)),
    // For the time in which this could not be done every few seconds.
    every(300_000, () => joinEarly(options, '15 minutes')),
    every(5_000, () => takeUpConnected(options)),
    every(60_000, () => takeUpLeftBehind(options)),
    every(3_600_000, () => clearDone(database)),
  ]
  return {
    async close() {
      closing = true
      for (const timer of timers) clearInterval(timer)
      await current
    },
  }
}

/** Exported for the tests: one round of joining what came at the same moment. */
export const joinEarlyStates = (
  options: Pick<HousekeepingOptions, 'database' | 'subscriptions' | 'onRecorded'>,
): Promise<void> => joinEarly(options, '2 minutes')

/** Exported for the tests: one round of taking up what a process of the version before could not store. */
export async function takeUpLeftBehind({
  database,
  wake,
}: Pick<HousekeepingOptions, 'database' | 'wake'>): Promise<void> {
  const queues = await database.transaction({ relay: true }, (sql) => takeUpOutdated(sql))
  for (const queue of queues) wake(queue)
}

/** Exported for the tests: one round of taking up what waited for accounts that are connected by now. */
export async function takeUpConnected({
  database,
  wake,
}: Pick<HousekeepingOptions, 'database' | 'wake'>): Promise<void> {
  const [awaited] = await database.relay<{ found: boolean }>(anyAwaited)
  if (!awaited?.found) return
  const queues = await database.transaction({ relay: true }, (sql) => takeUpAwaiting(sql, 'all'))
  for (const queue of queues) wake(queue)
}
