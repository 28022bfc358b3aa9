import { createHash } from 'node:crypto'
import pg from 'pg'
import { connectionOptions } from '../database/open-pool.ts'
import type { Logger } from '../log.ts'

export interface LeadershipOptions {
  url: string
  /** What is led: processes that name the same thing compete. */
  what: string
  /** Begins the work; its `close` is awaited before the leadership is given back. */
  start: () => { close(): Promise<void> }
  log: Logger
}

/** How often it is asked for, in milliseconds: so long nobody leads after a process that died. */
const retryEvery = 3_000
/** How often who leads asks whether its connection still lives. It hears by itself of one that was closed. */
const checkEvery = 10_000

/**
 * Runs something in one process at a time, of all that share the database: the one that holds a session's advisory
 * lock. The lock ends with the session, so a process that dies or is cut off hands over by itself; the work must
 * therefore bear to run twice for a moment.
 */
export function openLeadership({ url, what, start, log }: LeadershipOptions): { close(): Promise<void> } {
  const key = createHash('sha256').update(what).digest().readInt32BE(0)
  let closing = false
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let led: { close(): Promise<void> } | undefined
  let current: Promise<void> = Promise.resolve()

  const step = async () => {
    try {
      client ??= await connect()
      // Asked each time, also while leading: a connection that was lost silently is found out here.
      const { rows } = await client.query(
        led ? 'select true as leads' : 'select pg_try_advisory_lock($1) as leads',
        led ? [] : [key],
      )
      if (rows[0]?.leads && !led && !closing) led = start()
    } catch (error) {
      log.debug({ err: error, what }, 'leadership was lost or could not be asked for')
      await abdicate()
    }
    if (!closing) timer = setTimeout(begin, led ? checkEvery : retryEvery)
  }
  const begin = () => {
    current = step()
  }
  const connect = async () => {
    const next = new pg.Client(connectionOptions(url, 'parley-lead', 5_000))
    next.on('error', (error) => {
      log.debug({ err: error, what }, 'the leading connection was lost')
      current = current.then(abdicate)
    })
    await next.connect()
    return next
  }
  const abdicate = async () => {
    const work = led
    const connection = client
    led = undefined
    client = undefined
    await work?.close()
    await connection
      ?.end()
      .catch((error: Error) => log.debug({ err: error }, 'ending the leading connection failed'))
  }

  begin()
  return {
    async close() {
      closing = true
      clearTimeout(timer)
      await current
      await abdicate()
    },
  }
}
