import { setTimeout as sleep } from 'node:timers/promises'
import type { LoadOutcome } from '../../load/load-plan.ts'
import type { Surroundings } from '../../workbench/desk.ts'

/** One customer's message that staff were told of; both in milliseconds of the machine's monotonic clock. */
export interface Told {
  /** When it should be sent. */
  dueAt: number
  /** From then to its arrival at the pretended Telegram. */
  took: number
}

/**
 * Waits until every message of a load has arrived at the pretended Telegram.
 *
 * @param rate of the load, in messages a second
 * @throws when one of them did not arrive within 10 s of the last answer
 */
export async function toldOf(
  telegram: Surroundings['telegram'],
  { beganAt, accepted }: LoadOutcome,
  rate: number,
): Promise<Told[]> {
  const told: Told[] = []
  for (let waited = 0; waited < 100 && told.length < accepted; waited += 1) {
    for (const [mark, at] of await telegram.arrivals()) {
      const dueAt = beganAt + (mark * 1000) / rate
      told.push({ dueAt, took: at - dueAt })
    }
    await sleep(100)
  }
  if (told.length !== accepted) {
    throw new Error(`Of ${accepted} messages, ${told.length} arrived at the pretended Telegram.`)
  }
  return told
}
