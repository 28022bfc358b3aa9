import pg from 'pg'
import { connectionOptions } from '../database/open-pool.ts'
import type { Logger } from '../log.ts'
import { backOff } from './back-off.ts'
import { type Queue, queues, type Wake } from './wake.ts'

export const wakeChannel = 'parley_wake'

const isQueue = (name: string): name is Queue => queues.some((queue) => queue === name)
const longestPause = 5_000
/** How often the connection is asked whether it still lives: a half-open socket would be silent for ever. */
const checkEvery = 20_000

/**
 * Listens for wake-ups from other processes on a connection of its own, which is opened anew whenever it is lost.
 * While it is away the pulse finds the work.
 */
export function openListener({ url, wake, log }: { url: string; wake: Wake; log: Logger }): {
  alive(): boolean
  close(): Promise<void>
} {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closing = false
  let failures = 0

  const lost = (which: pg.Client, error?: Error) => {
    if (client !== which) return
    client = undefined
    failures += 1
    if (error && failures === 1)
      log.warn({ err: error }, 'the listening connection was lost; it is opened anew')
    void which.end().catch((failure: Error) => log.debug({ err: failure }, 'ending a lost connection failed'))
    if (closing) return
    clearTimeout(timer)
    timer = setTimeout(connect, backOff(failures, 100, longestPause))
  }

  const check = (which: pg.Client) => {
    if (client !== which || closing) return
    which.query('select 1').then(
      () => {
        timer = setTimeout(() => check(which), checkEvery)
      },
      (error: Error) => lost(which, error),
    )
  }

  const connect = () => {
    const next = new pg.Client(connectionOptions(url, 'parley-listen', 5_000))
    client = next
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next))
    next.on('notification', ({ payload }) => {
      const names = payload?.split(',') ?? []
      // What this process has told others it has told itself.
      if (names.includes(wake.teller)) return
      for (const name of names) if (isQueue(name)) wake.wakeHere(name)
    })
    next
      .connect()
      .then(() => next.query(`listen ${wakeChannel}`))
      .then(() => {
        failures = 0
        // Whatever was told while nobody listened.
        for (const queue of queues) wake.wakeHere(queue)
        timer = setTimeout(() => check(next), checkEvery)
      })
      .catch((error: Error) => lost(next, error))
  }

  connect()
  return {
    alive: () => client !== undefined && failures === 0,
    async close() {
      closing = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last
        ?.end()
        .catch((error: Error) => log.debug({ err: error }, 'ending the listening connection failed'))
    },
  }
}
