import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Logger } from '#core/log.ts'

const shortestPause = 1_000
const longestPause = 60_000

/**
 * Tries until it works or is called off, after growing pauses with jitter, or as long as Telegram asks for.
 *
 * @param what names it in the log
 * @returns false when it was called off
 */
export async function keepTrying(
  what: string,
  run: () => Promise<unknown>,
  { log, signal }: { log: Logger; signal: AbortSignal },
): Promise<boolean> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await run()
      return true
    } catch (error) {
      if (signal.aborted) return false
      failures += 1
      log.warn({ err: error, failures }, `${what} failed and is tried again`)
      await pause(pauseAfter(error, failures), signal)
    }
  }
  return false
}

/** How long to rest after so many failures in a row, in milliseconds. */
export function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
  if (asked !== undefined) return asked * 1000
  return Math.min(longestPause, shortestPause * 2 ** (failures - 1)) * (0.75 + Math.random() / 2)
}

/** Rests, less long when called off. Does not keep the process alive. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal, ref: false })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
