import type { Logger } from '../log.ts'

export interface Closing {
  /** What was opened last is closed first. */
  add(close: () => Promise<void>): void
  /** Closes everything and ends the process with the code, or with 1 when a part did not close well. */
  stop(code: number): Promise<never>
}

/**
 * After this many milliseconds the process ends whatever is still under way: every queue survives that. Calls of networks
 * are no reason for it: `start-work.ts` cuts them off before.
 */
const patience = 9_500

/**
 * Ends the process in good order on SIGTERM and SIGINT, and on a failure that nobody waited for. A second signal ends
 * it at once.
 */
export function createClosing(log: Logger): Closing {
  const closers: (() => Promise<void>)[] = []
  let signalled = false

  async function stop(wanted: number): Promise<never> {
    let code = wanted
    const late = setTimeout(() => {
      log.error('stopping took too long; leaving what is under way to the next process')
      process.exit(1)
    }, patience)
    for (const close of closers.splice(0).reverse()) {
      await close().catch((error: unknown) => {
        code = 1
        log.error({ err: error }, 'a part did not close well')
      })
    }
    clearTimeout(late)
    if (code === 0) log.info('stopped')
    process.exit(code)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // The second one is somebody who does not want to wait.
      if (signalled) process.exit(1)
      signalled = true
      log.info({ signal }, 'stopping')
      void stop(0)
    })
  }
  process.on('unhandledRejection', (error) => {
    log.fatal(
      { err: error },
      'something failed that nobody waited for; stopping, so that a clean process takes over',
    )
    void stop(1)
  })
  return { add: (close) => void closers.push(close), stop }
}
