import type { Logger } from '../log.ts'
import { backOff } from './back-off.ts'
import type { Queue, Wake } from './wake.ts'

export interface WorkerOptions {
  name: string
  queue: Queue
  wake: Wake
  log: Logger
  /** Does what there is to do now and says how much it was; 0 lets the worker rest until it is woken. */
  run: () => Promise<number>
  /** After a run that did something: whether there may be more to do at once. Where it is not given, there may. */
  hasMore?: () => boolean
}

export interface Worker {
  /** Takes no new work and resolves when what was begun has ended. */
  close(): Promise<void>
}

const shortestPause = 100
const longestPause = 2_000

/** So many runs in a row may find nothing before the next one waits; a first look after work always finds nothing. */
const vainRuns = 3
const shortestLull = 10
const longestLull = 80

/**
 * Runs one claim loop: as long as there may be work without a pause, then resting until woken. A failing run (database
 * gone) is tried again after a pause that grows from 0.1 to 2 s and starts anew once a run succeeds.
 *
 * Who is woken again and again for nothing (everything that comes in is for chats that must wait, or another process is
 * quicker) looks less often, every 80 ms at least, and at once again when a run has found something.
 */
export function openWorker({ name, queue, wake, log, run, hasMore }: WorkerOptions): Worker {
  let closing = false
  let woken = true
  let ring: (() => void) | undefined
  const stopListening = wake.onWake(queue, () => {
    woken = true
    ring?.()
  })
  const rest = (pause?: number) =>
    new Promise<void>((resolve) => {
      if (closing || (woken && pause === undefined)) return resolve()
      const timer = pause === undefined ? undefined : setTimeout(resolve, pause)
      ring = () => {
        // While the database is away a wake-up would only cut the pause short.
        if (pause !== undefined && !closing) return
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    let failures = 0
    let vain = 0
    while (!closing) {
      woken = false
      try {
        const done = await run()
        failures = 0
        vain = done > 0 ? 0 : vain + 1
        if (done > 0 && (hasMore?.() ?? true)) continue
      } catch (error) {
        failures += 1
        const pause = backOff(failures, shortestPause, longestPause)
        log.warn({ worker: name, failures, err: error }, 'a run of the worker failed and will be tried again')
        await rest(pause)
        woken = true
        continue
      }
      await rest()
      if (vain > vainRuns) await rest(Math.min(shortestLull * 2 ** (vain - vainRuns - 1), longestLull))
    }
  }
  const ended = loop()
  return {
    async close() {
      closing = true
      stopListening()
      ring?.()
      await ended
    },
  }
}
