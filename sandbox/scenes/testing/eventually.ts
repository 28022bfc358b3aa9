import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

const pause = 15
export const patience = 15_000

/** Lets a moment pass between two looks. */
export const moment = (ms = pause) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Looks again and again until there is something to see: neither undefined, null nor false, and nothing thrown.
 *
 * @param what completes the sentence "it did not happen that …"
 * @param within how long to look, in milliseconds
 * @throws Error that names `what` and the last reason
 */
export async function eventually<Seen>(
  what: string,
  look: () => Seen | Promise<Seen>,
  within = patience,
): Promise<Exclude<Seen, undefined | null | false>> {
  const deadline = Date.now() + within
  for (;;) {
    let reason = 'nothing to see'
    try {
      const seen = await look()
      if (isSomething(seen)) return seen
      reason = String(seen)
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
    if (Date.now() > deadline) {
      throw new Error(`Within ${within / 1000} s it did not happen that ${what} (last look: ${reason}).`)
    }
    await moment()
  }
}

const isSomething = <Seen>(seen: Seen): seen is Exclude<Seen, undefined | null | false> =>
  seen !== undefined && seen !== null && seen !== false

/** Looks until what is seen equals what is expected; else fails with the difference. */
export async function becomes<Seen>(
  look: () => Seen | Promise<Seen>,
  expected: Seen,
  within = patience,
): Promise<void> {
  const deadline = Date.now() + within
  let seen = await look()
  while (!isDeepStrictEqual(seen, expected) && Date.now() < deadline) {
    await moment()
    seen = await look()
  }
  expect(seen).toEqual(expected)
}
