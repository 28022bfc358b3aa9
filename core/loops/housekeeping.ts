import { applyEarlyChanges } from '../conversations/receive/apply-changes.ts'
import { applyEarlyStates } from '../conversations/receive/apply-delivery-states.ts'
import type { Database } from '../database/sql.ts'
import { takeUpAwaiting } from '../inbox/take-up-awaiting.ts'
import type { Logger } from '../log.ts'
import { recordEvents, type Subscriptions } from '../outbox/record-events.ts'
import { clearDone } from './clear-done.ts'
import type { Queue } from './wake.ts'

export interface HousekeepingOptions {
  database: Database
  subscriptions: Subscriptions
  log: Logger
  onRecorded: () => void
  wake: (queue: Queue) => void
}

/**
 * Joins, every few seconds, what two transactions stored at the same moment without seeing each other: delivery states
 * and changes with their messages, and items for an account with its connection. And clears, every hour, what has been
 * done for long.
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
    every(5_000, () => takeUpConnected(options)),
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

const early = [
  { table: 'early_delivery_state', apply: applyEarlyStates },
  { table: 'early_change', apply: applyEarlyChanges },
]

/** Exported for the tests: one round of joining early delivery states and changes with their messages. */
export async function joinEarlyStates({
  database,
  subscriptions,
  onRecorded,
}: Pick<HousekeepingOptions, 'database' | 'subscriptions' | 'onRecorded'>): Promise<void> {
  for (const { table, apply } of early) {
    const waiting = await database.transaction({ relay: true }, (sql) =>
      sql.query<{ organization_id: string; external_ids: string[] }>(
        `select organization_id, array_agg(distinct external_id) as external_ids from (
           select organization_id, external_id from ${table}
           where received_at > now() - interval '10 minutes' order by received_at desc limit 1000) e
         group by organization_id`,
      ),
    )
    for (const { organization_id: organizationId, external_ids: externalIds } of waiting) {
      const count = await database.transaction({ organizationId }, async (sql) => {
        const events = await apply(sql, organizationId, externalIds)
        await recordEvents(sql, organizationId, subscriptions, events)
        return events.length
      })
      if (count > 0) onRecorded()
    }
  }
}

/** Exported for the tests: one round of taking up what waited for accounts that are connected by now. */
export async function takeUpConnected({
  database,
  wake,
}: Pick<HousekeepingOptions, 'database' | 'wake'>): Promise<void> {
  const queues = await database.transaction({ relay: true }, (sql) => takeUpAwaiting(sql, 'all'))
  for (const queue of queues) wake(queue)
}
