import { setTimeout as sleep } from 'node:timers/promises'

/** In milliseconds. Work behind that never came on would be no better than work that is in the way. */
const longestWait = 1_000
const look = 50

/**
 * Rests between two steps of long work that nobody waits for, and longer while live messages are behind.
 *
 * @param workedMs how long the last step took
 * @param factor how much longer than that to rest
 */
export async function giveWay(isBusy: () => boolean, workedMs: number, factor: number): Promise<void> {
  await sleep(Math.min(workedMs * factor, longestWait))
  for (let waited = 0; isBusy() && waited < longestWait; waited += look) await sleep(look)
}
