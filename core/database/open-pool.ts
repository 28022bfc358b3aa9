import pg from 'pg'
import { PlanKeepingClient } from './kept-plans.ts'

/**
 * Time limits on every connection: a hung or stopped PostgreSQL must end in an error that callers can answer, never
 * in a wait without end. All in milliseconds.
 */
export const databaseLimits = {
  connect: 3_000,
  /** Enforced by PostgreSQL. */
  statement: 15_000,
  lock: 5_000,
  /**
   * Also the lease of the claim loops that hold rows by lock: a process that stops in mid-transaction loses its
   * session, and with it its claim, after this time.
   */
  idleInTransaction: 20_000,
  /** Enforced by the client, for a server that no longer answers at all. */
  query: 20_000,
}

export interface PoolOptions {
  url: string
  max: number
  applicationName: string
  onError: (error: Error) => void
  /** Client-side limit of one query in milliseconds; the default is `databaseLimits.query`. */
  queryTimeout?: number
  /** Gives every connection the relay scope: the queues of all organizations, and nothing else of theirs. */
  relay?: boolean
}

/** The options that every connection of ours has, whoever opens it. */
export function connectionOptions(url: string, applicationName: string, queryTimeout = databaseLimits.query) {
  return {
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: databaseLimits.connect,
    statement_timeout: databaseLimits.statement,
    lock_timeout: databaseLimits.lock,
    idle_in_transaction_session_timeout: databaseLimits.idleInTransaction,
    query_timeout: queryTimeout,
    keepAlive: true,
  }
}

/** Opens a pool for the hot paths. A lost server is reported to `onError` and the pool reconnects by itself. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOptions(options.url, options.applicationName, options.queryTimeout),
    Client: PlanKeepingClient,
    max: options.max,
    ...(options.relay ? { options: '-c parley.scope=relay' } : {}),
    idleTimeoutMillis: 30_000,
  })
  // Without these listeners a restart of PostgreSQL would be an uncaught exception, also on a checked-out client.
  pool.on('error', options.onError)
  pool.on('connect', (client) => void client.on('error', options.onError))
  return pool
}
