import type { Database } from '../database/sql.ts'
import type { Desk } from '../desk.ts'
import type { Logger } from '../log.ts'
import type { Subscriptions } from '../outbox/record-events.ts'

/** What every job works with. */
export interface JobTools {
  database: Database
  desk: Desk
  subscriptions: Subscriptions
  log: Logger
  /** Told after a transaction that recorded events. */
  onRecorded: () => void
}

/**
 * Something that is done by the clock. What there is to do stands in tables, claimed by the database's clock, so that a
 * job may run late, twice, or in two processes at once. Adding one is a file here and a line in index.ts.
 */
export interface Job {
  name: string
  everySeconds: number
  /** @returns how much was done */
  run(tools: JobTools): Promise<number>
}
