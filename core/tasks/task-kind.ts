import type { Asked, ChannelPort, UsedAccount } from '../channels/channel-port.ts'
import type { NetworkFailure } from '../channels/inbound-item.ts'
import type { Database, ScopedSql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import type { Task } from './claim-tasks.ts'

/**
 * How a task ended.
 * - `done`: not again, unless asked for.
 * - `repeat`: done, and due again after so long.
 * - `again`: it failed for now.
 * - `dead`: it failed for good; a person can see it and ask for it again.
 * - `channel-stopped`: nothing can be asked with this account until a person mends it; the task waits.
 */
export type TaskEnd =
  | { end: 'done' }
  | { end: 'repeat'; afterMs: number; data?: Record<string, string> }
  | { end: 'again'; failure: NetworkFailure; afterMs?: number }
  | { end: 'dead'; failure: NetworkFailure }
  | { end: 'channel-stopped'; failure: NetworkFailure }

/** What was learnt, written in the same transaction that ends the task. */
export interface TaskResult {
  end: TaskEnd
  /** @returns the events that tell of it */
  write?: (sql: ScopedSql) => Promise<NewEvent[]>
}

export interface TaskTools {
  database: Database
  /**
   * Writes what was learnt so far, in a transaction of its own, and keeps the lease: for tasks that take long.
   *
   * @returns false when the lease was lost: somebody else does the task by now
   */
  keep(write: (sql: ScopedSql) => Promise<NewEvent[]>): Promise<boolean>
  task: Task
  port: ChannelPort
  account: UsedAccount
  state: 'active' | 'stopped'
}

/** One kind of task: asks the network, outside any transaction, and says what to write. */
export interface TaskKindHandler {
  run(tools: TaskTools): Promise<TaskResult>
  /** For how long it is tried while the network does not answer, in milliseconds. */
  patienceMs: number
  /** The longest pause between two attempts, in milliseconds. */
  longestPauseMs: number
}

/** Every ending of a question but an answer, as the end of its task. */
export function endOf(asked: Exclude<Asked<unknown>, { outcome: 'found' }>): TaskEnd {
  const { failure } = asked
  switch (asked.outcome) {
    case 'later':
      return { end: 'again', failure, ...(asked.afterMs === undefined ? {} : { afterMs: asked.afterMs }) }
    case 'gone':
      return { end: 'dead', failure }
    case 'channel-stopped':
      return { end: 'channel-stopped', failure }
  }
}

/** The network has no such thing, so there is nothing to ask. */
export const nothingToAsk: TaskResult = { end: { end: 'done' } }

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
export const days = (count: number): number => count * 86_400_000
